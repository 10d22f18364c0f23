import { categories, mapRooms, purposes, type Category, type Purpose } from '../../../data-map/index.ts';
import type { Visit } from '../../platform/visit.ts';
import { formatDate } from '../../ui/format.ts';
import { page } from '../../ui/page.tsx';
import { filteredTables, type MapFilter } from './describe.ts';
import { flowsOf } from './flow.ts';
import { MapPage, PrintedMap } from './map-page.tsx';
import { mapWords } from './words.ts';

function filterOf({ url, locale }: Visit): MapFilter {
  const one = <Value extends string>(name: string, among: readonly Value[]): Value | undefined => {
    const value = url.searchParams.get(name);
    return among.find((known) => known === value);
  };
  return {
    room: one('del', Object.keys(mapRooms)),
    category: one('slag', Object.keys(categories) as Category[]),
    purpose: one('syfte', Object.keys(purposes) as Purpose[]),
    retention: one('tid', Object.keys(mapWords[locale].rules)),
  };
}

export const mapActions = {
  dataMapPage(visit: Visit): Response {
    const { house, locale } = visit;
    const filter = filterOf(visit);
    return page(
      visit,
      { title: mapWords[locale].title, width: 'wide' },
      <MapPage
        tables={filteredTables(filter)}
        filter={filter}
        rooms={Object.keys(mapRooms)}
        flows={flowsOf(house.register, locale)}
        register={house.register}
        locale={locale}
      />,
    );
  },
  printedDataMap(visit: Visit): Response {
    const { house, locale } = visit;
    const date = formatDate(house.clock.now(), locale);
    return page(
      visit,
      { title: mapWords[locale].printTitle, width: 'wide' },
      <PrintedMap
        tables={filteredTables({})}
        flows={flowsOf(house.register, locale)}
        register={house.register}
        date={date}
        locale={locale}
      />,
    );
  },
};
