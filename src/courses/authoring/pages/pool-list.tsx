import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { Form, HiddenField, Submit, TextField } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { partWords } from '../part-words.ts';
import type { Pool } from '../pool.queries.ts';
import type { CourseAt } from './outline-page.tsx';

export type PoolTyped = { id: string; name: string; draw: string; errors: readonly FieldError[] };
type PoolListProps = { locale: Locale; at: CourseAt; pools: readonly Pool[]; newId: string; typed?: PoolTyped | undefined };

/** The parts of the question bank, each with its own little form, and one for a new part. */
export function PoolList({ locale, at, pools, newId, typed }: PoolListProps) {
  const text = partWords[locale];
  return (
    <section id="fragebank">
      <h2>{text.pools}</h2>
      <p>{text.poolsText}</p>
      {pools.map((pool) => (
        <PoolForm key={pool.id} locale={locale} at={at} pool={pool} typed={typed?.id === pool.id ? typed : undefined} />
      ))}
      <h3>{text.poolAdd}</h3>
      <PoolForm locale={locale} at={at} newId={newId} typed={typed && !pools.some(({ id }) => id === typed.id) ? typed : undefined} />
    </section>
  );
}

type PoolFormProps = { locale: Locale; at: CourseAt; pool?: Pool; newId?: string; typed: PoolTyped | undefined };

function PoolForm({ locale, at, pool, newId = '', typed }: PoolFormProps) {
  const text = partWords[locale];
  const id = pool?.id ?? typed?.id ?? newId;
  const errorOf = (name: string) => {
    const error = typed?.errors.find((fault) => fault.name === `${name}-${id}`)?.text;
    return error ? { error } : {};
  };
  return (
    <Form action={href('saveQuestionPool', at)}>
      <HiddenField name="id" value={id} />
      <TextField name="name" id={`field-name-${id}`} label={text.poolName} value={typed?.name ?? pool?.name ?? ''} {...errorOf('name')} />
      <TextField
        name="draw"
        id={`field-draw-${id}`}
        label={text.poolDraw}
        {...(pool ? { hint: text.poolOf(formatNumber(pool.draw, locale), formatNumber(pool.questions, locale)) } : {})}
        value={typed?.draw ?? String(pool?.draw ?? '')}
        inputmode="numeric"
        size={4}
        autocomplete="off"
        {...errorOf('draw')}
      />
      <div class="actions">
        <Submit kind="quiet" text={pool ? text.poolSave(pool.name) : text.poolAdd} />
        {pool && <Submit kind="quiet" name="remove" value="yes" text={text.poolRemove(pool.name)} />}
      </div>
    </Form>
  );
}
