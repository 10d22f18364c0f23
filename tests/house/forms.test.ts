import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FormField } from '../../data-map/form-field.ts';
import { formFields, mapsOfRoom } from '../../data-map/forms.ts';
import { aboutPeople, dataMap, isPersonal, mapRooms, type Entry } from '../../data-map/index.ts';
import { drawnFields, fieldsOfRooms, schemaFields } from '../support/form-fields.ts';

// Proof of N-23: no form asks for what the data map gives no purpose.

const map = dataMap as Record<string, Entry>;
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The column a field of this room is kept in by its very name. */
const bearsItsName = (room: string, name: string): boolean =>
  (mapsOfRoom[room] ?? [room]).some((file) => Object.values(mapRooms[file] ?? {}).some((entry) => entry.columns[snake(name)]));

function faultOf(room: string, name: string, field: FormField | undefined): string[] {
  if (field === undefined) return bearsItsName(room, name) ? [] : [`${room} asks for "${name}", which leads to no column of the map.`];
  if (typeof field === 'object') return field.notKept.length > 10 ? [] : [`${room}.${name} does not say why it is not kept.`];
  const [table = '', column = ''] = field.split('.');
  const entry = map[table];
  const answer = entry?.columns[column];
  if (!entry || !answer) return [`${room}.${name} says ${field}, which is not in the map.`];
  return isPersonal(answer) && !(aboutPeople(entry) && entry.purposes.length > 0) ? [`${field} has no purpose.`] : [];
}

const faults = (rooms: Map<string, Set<string>>): string[] =>
  [...rooms].flatMap(([room, names]) => [...names].flatMap((name) => faultOf(room, name, formFields[room]?.[name])));

describe('the forms', () => {
  it('ask for nothing that the map gives no purpose', () => {
    const rooms = fieldsOfRooms();
    assert.ok(rooms.size >= 10, 'the rooms are found');
    assert.deepEqual(faults(rooms), []);
  });

  it('are all that is declared: no field stands there that no form has', () => {
    const rooms = fieldsOfRooms();
    const stray = Object.entries(formFields).flatMap(([room, fields]) =>
      Object.keys(fields).flatMap((name) => (rooms.get(room)?.has(name) ? [] : [`${room}.${name}`])),
    );
    assert.deepEqual(stray, []);
  });

  it('would be found out: a field that is planted in a schema or drawn on a page', () => {
    const schema = 'z.object({ email: emailField(form), shoe_size: z.string().max(3, `x: {`).pipe(z.object({ inner: z.int() })), body })';
    assert.deepEqual(schemaFields(schema), ['email', 'shoe_size', 'body', 'inner']);
    assert.deepEqual(drawnFields('<TextField\n name="shoe_size" label={x} /><input type="hidden" name="return" />'), [
      'shoe_size',
      'return',
    ]);
    assert.deepEqual(drawnFields(`<SearchedList here={x} field="sought" filters={[{ name: 'sort', label: y }]} />`), ['sought', 'sort']);
    assert.deepEqual(faults(new Map([['desk', new Set(['email', 'shoe_size'])]])), [
      'desk asks for "shoe_size", which leads to no column of the map.',
    ]);
    assert.deepEqual(faultOf('desk', 'x', 'enquiry.nothing'), ['desk.x says enquiry.nothing, which is not in the map.']);
    assert.deepEqual(faultOf('desk', 'x', { notKept: '' }), ['desk.x does not say why it is not kept.']);
  });
});
