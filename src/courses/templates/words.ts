import type { Words } from '../../ui/locale.ts';

const sv = {
  title: 'Mallar',
  begin: 'Börja från en mall',
  fromNothing: 'Eller börja från början',
  chosen: (template: string) =>
    `Du börjar från mallen ”${template}”. Sidorna läggs i utkastet när du skapar kursen, och allt går att ändra.`,
  another: 'Välj en annan mall',
  lead: 'Nya kurser kan börja från de här. Alla som skriver kurser hos er kan använda dem.',
  none: 'Ni har inga egna mallar. Öppna en kurs och välj Spara som mall.',
  use: 'Skapa en kurs från mallen',
  keep: 'Spara som mall',
  keepText: 'En kopia av kursens sidor och frågor sparas som mall. Kursen ändras inte.',
  kept: 'Mallen är sparad.',
  isTemplate: 'Mall',
  isTemplateText: 'Det här är en mall. Den publiceras inte, men nya kurser kan börja från den.',
  drop: 'Gör mallen till en vanlig kurs',
  own: 'Er egen mall',
};

const en = {
  title: 'Templates',
  begin: 'Begin from a template',
  fromNothing: 'Or begin from nothing',
  chosen: (template) =>
    `You begin from the template “${template}”. Its pages go into the draft when you create the course, and all of it can be changed.`,
  another: 'Choose another template',
  lead: 'New courses can begin from these. Everyone who writes courses with you can use them.',
  none: 'You have no templates of your own. Open a course and choose Save as template.',
  use: 'Create a course from the template',
  keep: 'Save as template',
  keepText: 'A copy of the pages and questions of the course is kept as a template. The course itself is not changed.',
  kept: 'The template is saved.',
  isTemplate: 'Template',
  isTemplateText: 'This is a template. It is not published, but new courses can begin from it.',
  drop: 'Make the template an ordinary course',
  own: 'Your own template',
} satisfies Words<typeof sv>;

export const templateWords = { sv, en };
