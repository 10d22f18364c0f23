import { CardList } from './card-list.tsx';
import { ButtonLink } from './button-link.tsx';
import { Layout } from './layout.tsx';
import { PageHeading } from './page-heading.tsx';
export const StartTry = ({ frame }: any) => (
  <Layout frame={frame} title="Kursiv" width="wide" description="Kurser på nätet som håller vad de lovar om dina uppgifter.">
    <PageHeading size="start" title="Kurser som lämnar dig i fred" lead="Läs i din egen takt, ställ frågor till den som kan ämnet och ta ditt intyg. Vi vet inte mer om dig än kursen behöver.">
      <ButtonLink href="/nyckel">Lös in nyckel</ButtonLink>
      <ButtonLink href="/kurser" kind="quiet">Se alla kurser</ButtonLink>
    </PageHeading>
    <section aria-labelledby="k"><h2 id="k">Kurser</h2>
    <CardList level={3} cards={['Må bra på jobbet','Klarspråk för handläggare','Dataskydd i vardagen','Källkritik i årskurs 7–9','Säker på nätet','Grundläggande brandskydd'].map((title,i)=>({href:'/k/'+i,title,text:'Om stress, återhämtning och sömn. För dig som vill orka hela veckan.',facts:'8 sidor · 1 tim 10 min'}))} /></section>
  </Layout>);
