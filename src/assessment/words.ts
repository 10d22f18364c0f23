import type { Words } from '../ui/locale.ts';

const sv = {
  question: {
    yes: 'Sant',
    no: 'Falskt',
    chooseAll: 'Välj alla svar som stämmer.',
    answerIn: (unit: string) => (unit === '%' ? 'Svara i procent, bara med siffror.' : `Svara i ${unit}, bara med siffror.`),
    answerWithNumber: 'Svara med siffror.',
    fewWords: 'Svara med ett eller några få ord. Det spelar ingen roll om du skriver med stora eller små bokstäver.',
  },
  problem: {
    'not-an-option': 'Välj ett av svaren som visas.',
    'not-a-number': 'Skriv svaret som ett tal, till exempel 12 eller 2,5.',
    'too-long': 'Svaret är för långt. Korta det till högst 300 tecken.',
    blank: 'Svara på frågan först.',
  },
  feedback: {
    right: 'Rätt',
    notYet: 'Inte rätt ännu',
    more: 'Det du har valt stämmer, men det finns fler rätta svar.',
  },
  saved: (time: string) => `Sparat ${time}`,
  waiting: 'Väntar på nätet. Svaret ligger kvar här och skickas när du är uppkopplad igen.',
  signedOut: 'Du är utloggad. Logga in igen i en annan flik, så skickas svaret.',
  notSaved: 'Svaret gick inte att spara. Läs in sidan igen och försök en gång till.',
  test: {
    title: 'Slutprov',
    rules: 'Så går det till',
    questions: 'Frågor',
    questionCount: (count: number) => (count === 1 ? 'En fråga, på en enda sida.' : `${count} frågor, alla på samma sida.`),
    passMark: 'Gräns för godkänt',
    passPercent: (percent: string, points: number, max: number) => `${percent} av poängen, alltså minst ${points} av ${max} poäng.`,
    attempts: 'Försök',
    attemptsLeft: (left: number, max: number) =>
      left === max
        ? max === 1
          ? 'Du har ett försök.'
          : `Du har ${max} försök.`
        : left === 1
          ? `Du har ett försök kvar av ${max}.`
          : `Du har ${left} försök kvar av ${max}.`,
    time: 'Tid',
    timeLimit: (minutes: string) =>
      `${minutes} från det att du börjar. Klockan går även om du stänger sidan. När tiden är slut lämnas dina sparade svar in.`,
    noTimeLimit: 'Ingen tidsgräns. Du kan stänga sidan och fortsätta en annan dag.',
    connection: 'Om nätet försvinner',
    connectionText:
      'Dina svar ligger kvar i webbläsaren och skickas när nätet är tillbaka. Vid varje svar ser du när det sparades. Du kan också fortsätta på en annan enhet.',
    connectionWithTime: 'Det som når oss efter att tiden är slut räknas inte.',
    withoutScript: 'Om webbläsaren inte kör JavaScript sparas svaren när du trycker på Spara svaren eller Lämna in provet.',
    before: 'Innan du börjar',
    pagesLeft: (count: number) =>
      count === 1
        ? 'Du har en kurssida kvar att markera som klar. Du får göra provet ändå.'
        : `Du har ${count} kurssidor kvar att markera som klara. Du får göra provet ändå.`,
    start: 'Börja provet',
    resume: 'Fortsätt provet',
    open: 'Du har ett prov som pågår.',
    openUntil: (time: string) => `Du har ett prov som pågår. Lämna in det senast ${time}.`,
    passed: 'Du är godkänd på provet.',
    passedBefore: 'Du är redan godkänd, så du behöver inte göra provet igen.',
    exhausted: (max: number) => (max === 1 ? 'Du har använt ditt enda försök.' : `Du har använt alla dina ${max} försök.`),
    exhaustedNext: 'Du kan fortfarande läsa kursen. Skriv till kursens administratör om du behöver ett försök till.',
    write: 'Skriv till administratören',
    earlier: 'Dina försök',
    attempt: 'Försök',
    handedIn: 'Inlämnat',
    outcome: 'Resultat',
    attemptNumber: (number: number) => `Försök ${number}`,
    backToCourse: 'Till kursen',
    toCertificate: 'Till kursintyget',
  },
  attempt: {
    title: (number: number) => `Slutprov, försök ${number}`,
    deadline: (time: string) => `Lämna in senast ${time}.`,
    minutesLeft: (minutes: number): string =>
      minutes < 1 ? 'Mindre än en minut kvar.' : minutes === 1 ? 'En minut kvar.' : sv.attempt.minutesMany(String(minutes)),
    minutesMany: (minutes: string) => `${minutes} minuter kvar.`,
    timeIsOut: 'Tiden är slut. Provet lämnas in.',
    noDeadline: 'Ingen tidsgräns. Dina svar sparas allt eftersom.',
    answered: (answered: number, all: number) => `${answered} av ${all} frågor besvarade.`,
    unanswered: 'Obesvarad',
    submit: 'Lämna in provet',
    save: 'Spara svaren',
    offline: 'Du är utan nät just nu. Dina svar ligger kvar här. Lämna in provet när nätet är tillbaka.',
    confirmTitle: (count: number) => (count === 1 ? 'En obesvarad fråga' : `${count} obesvarade frågor`),
    confirmText: 'En obesvarad fråga ger inga poäng. Svara på det du kan, eller lämna in ändå.',
    confirm: 'Lämna in ändå',
    question: (number: number) => `Fråga ${number}`,
  },
  result: {
    title: 'Resultat på slutprovet',
    passed: 'Godkänt',
    notYet: 'Inte godkänt ännu',
    score: (points: number, max: number, percent: string) => `Du fick ${points} av ${max} poäng (${percent}).`,
    needed: (percent: string) => `Gränsen för godkänt är ${percent}.`,
    late: 'Tiden tog slut, så svaren som du hade sparat lämnades in.',
    again: 'Gör ett nytt försök',
    questions: 'Fråga för fråga',
    right: 'Rätt',
    wrong: 'Inte rätt',
    blank: 'Obesvarad',
    yourAnswer: 'Ditt svar',
    rightAnswer: 'Rätt svar',
    why: 'Varför',
    points: (points: number, max: number) => `${points} av ${max} poäng`,
    answersLater: 'De rätta svaren visas när du är godkänd eller har använt alla dina försök.',
    reread: 'Läs gärna om',
    rereadText: 'På de här sidorna svarade du fel på en övning senast du försökte.',
    rereadAll: 'Läs gärna igenom kursen en gång till före nästa försök.',
  },
};

const en = {
  question: {
    yes: 'True',
    no: 'False',
    chooseAll: 'Choose every answer that is right.',
    answerIn: (unit) => (unit === '%' ? 'Answer in per cent, with digits only.' : `Answer in ${unit}, with digits only.`),
    answerWithNumber: 'Answer with digits.',
    fewWords: 'Answer with a word or a few. Capital and small letters count the same.',
  },
  problem: {
    'not-an-option': 'Choose one of the answers shown.',
    'not-a-number': 'Write the answer as a number, for instance 12 or 2.5.',
    'too-long': 'The answer is too long. Shorten it to 300 characters at most.',
    blank: 'Answer the question first.',
  },
  feedback: {
    right: 'Right',
    notYet: 'Not right yet',
    more: 'What you have chosen is right, but there are more right answers.',
  },
  saved: (time) => `Saved ${time}`,
  waiting: 'Waiting for the network. The answer stays here and is sent when you are online again.',
  signedOut: 'You are signed out. Sign in again in another tab, and the answer is sent.',
  notSaved: 'The answer could not be saved. Reload the page and try once more.',
  test: {
    title: 'Final test',
    rules: 'How it works',
    questions: 'Questions',
    questionCount: (count) => (count === 1 ? 'One question, on one page.' : `${count} questions, all on one page.`),
    passMark: 'Pass mark',
    passPercent: (percent, points, max) => `${percent} of the points: at least ${points} of ${max} points.`,
    attempts: 'Attempts',
    attemptsLeft: (left, max) =>
      left === max
        ? max === 1
          ? 'You have one attempt.'
          : `You have ${max} attempts.`
        : left === 1
          ? `You have one attempt left of ${max}.`
          : `You have ${left} attempts left of ${max}.`,
    time: 'Time',
    timeLimit: (minutes) =>
      `${minutes} from when you begin. The clock runs even if you close the page. When the time is out, your saved answers are handed in.`,
    noTimeLimit: 'No time limit. You may close the page and go on another day.',
    connection: 'If the network is lost',
    connectionText:
      'Your answers stay in the browser and are sent when the network is back. Beside each answer you see when it was saved. You can also go on with another device.',
    connectionWithTime: 'What reaches us after the time is out does not count.',
    withoutScript: 'If your browser does not run JavaScript, the answers are saved when you press Save answers or Hand in the test.',
    before: 'Before you begin',
    pagesLeft: (count) =>
      count === 1
        ? 'You have one course page left to mark as done. You may take the test all the same.'
        : `You have ${count} course pages left to mark as done. You may take the test all the same.`,
    start: 'Begin the test',
    resume: 'Continue the test',
    open: 'You have a test under way.',
    openUntil: (time) => `You have a test under way. Hand it in by ${time}.`,
    passed: 'You have passed the test.',
    passedBefore: 'You have passed already, so you need not take the test again.',
    exhausted: (max) => (max === 1 ? 'You have used your only attempt.' : `You have used all your ${max} attempts.`),
    exhaustedNext: 'You can still read the course. Write to the course administrator if you need another attempt.',
    write: 'Write to the administrator',
    earlier: 'Your attempts',
    attempt: 'Attempt',
    handedIn: 'Handed in',
    outcome: 'Result',
    attemptNumber: (number) => `Attempt ${number}`,
    backToCourse: 'To the course',
    toCertificate: 'To the certificate',
  },
  attempt: {
    title: (number) => `Final test, attempt ${number}`,
    deadline: (time) => `Hand in by ${time}.`,
    minutesLeft: (minutes): string =>
      minutes < 1 ? 'Less than a minute left.' : minutes === 1 ? 'One minute left.' : en.attempt.minutesMany(String(minutes)),
    minutesMany: (minutes) => `${minutes} minutes left.`,
    timeIsOut: 'The time is out. The test is being handed in.',
    noDeadline: 'No time limit. Your answers are saved as you go.',
    answered: (answered, all) => `${answered} of ${all} questions answered.`,
    unanswered: 'Unanswered',
    submit: 'Hand in the test',
    save: 'Save answers',
    offline: 'You are offline right now. Your answers stay here. Hand in the test when the network is back.',
    confirmTitle: (count) => (count === 1 ? 'One unanswered question' : `${count} unanswered questions`),
    confirmText: 'An unanswered question gives no points. Answer what you can, or hand in all the same.',
    confirm: 'Hand in all the same',
    question: (number) => `Question ${number}`,
  },
  result: {
    title: 'Result of the final test',
    passed: 'Passed',
    notYet: 'Not passed yet',
    score: (points, max, percent) => `You got ${points} of ${max} points (${percent}).`,
    needed: (percent) => `The pass mark is ${percent}.`,
    late: 'The time ran out, so the answers you had saved were handed in.',
    again: 'Make another attempt',
    questions: 'Question by question',
    right: 'Right',
    wrong: 'Not right',
    blank: 'Unanswered',
    yourAnswer: 'Your answer',
    rightAnswer: 'Right answer',
    why: 'Why',
    points: (points, max) => `${points} of ${max} points`,
    answersLater: 'The right answers are shown when you have passed or used all your attempts.',
    reread: 'Worth rereading',
    rereadText: 'On these pages your latest answer to an exercise was wrong.',
    rereadAll: 'Read the course through once more before your next attempt.',
  },
} satisfies Words<typeof sv>;

export const words = { sv, en };
