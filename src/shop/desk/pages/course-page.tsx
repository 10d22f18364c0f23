import { faultOf } from '../../../customers/index.ts';
import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { Checkbox, Choices, ErrorSummary, Form, Submit, TextField } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { vatRates } from '../../price.ts';
import { settingsWords } from '../settings-words.ts';
import type { ShopCourse } from '../settings.queries.ts';

type CoursePageProps = { locale: Locale; course: ShopCourse; typed: Record<string, string>; errors: readonly FieldError[] };

export function CoursePage({ locale, course, typed, errors }: CoursePageProps) {
  const text = settingsWords[locale].course;
  const field = (name: string) => ({ name, value: typed[name] ?? '', autocomplete: 'off', ...faultOf(errors, name) });
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<a href={href('shopDesk')}>{settingsWords[locale].title}</a>} title={course.title} lead={text.lead} />
      <Form action={href('saveShopCourse', { sold: course.id })}>
        <TextField {...field('price')} label={text.price} hint={text.priceHint} inputmode="decimal" size={10} />
        <Choices
          kind="radio"
          name="vat_percent"
          legend={text.vat}
          options={vatRates.map((rate) => ({ value: String(rate), text: rate === 0 ? text.noVat : text.percent(String(rate)) }))}
          selected={typed['vat_percent'] ?? ''}
          {...faultOf(errors, 'vat_percent')}
        />
        <TextField {...field('access_days')} label={text.days} hint={text.daysHint} inputmode="numeric" required={false} size={6} />
        <Checkbox name="on_sale" label={text.sale} hint={text.saleHint} checked={typed['on_sale'] === 'yes'} />
        <Submit text={text.save} />
      </Form>
    </>
  );
}
