import { getTranslations } from 'next-intl/server'

import type { StoreLocale } from '../../i18n/locales'
import type { PublicProduct } from '../../shop'
import { PlanList } from '../plan/PlanList'
import { RichText } from '../RichText'
import { Steps } from '../Steps'

type FactsProps = { locale: StoreLocale; product: PublicProduct }

async function Features({ locale, product }: FactsProps) {
  const t = await getTranslations({ locale, namespace: 'product' })
  return (
    <section aria-labelledby="fitur">
      <h2 className="mb-4 text-2xl" id="fitur">
        {t('features')}
      </h2>
      <ul className="tick-list grid gap-3 sm:grid-cols-2">
        {product.features.map((feature, index) => (
          <li key={index}>{feature}</li>
        ))}
      </ul>
    </section>
  )
}

async function Specification({ locale, product }: FactsProps) {
  const t = await getTranslations({ locale, namespace: 'product' })
  return (
    <section aria-labelledby="spesifikasi">
      <h2 className="mb-4 text-2xl" id="spesifikasi">
        {t('specification')}
      </h2>
      <table className="w-full text-left">
        <tbody>
          {product.specification.map(({ label, value }, index) => (
            <tr className="border-b border-line" key={index}>
              <th className="py-3 pr-4 align-top font-semibold" scope="row">
                {label}
              </th>
              <td className="py-3 text-muted">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

async function AfterPayment({ locale, product }: FactsProps) {
  const t = await getTranslations({ locale, namespace: 'product' })
  return (
    <section aria-labelledby="setelah" className="rounded-card bg-accent-soft p-6">
      <h2 className="mb-2 text-2xl" id="setelah">
        {t('afterPayment')}
      </h2>
      <Steps text={product.afterPayment} />
    </section>
  )
}

async function ProductFaq({ locale, product }: FactsProps) {
  const t = await getTranslations({ locale, namespace: 'product' })
  return (
    <section aria-labelledby="tanya-jawab">
      <h2 className="mb-2 text-2xl" id="tanya-jawab">
        {t('faq')}
      </h2>
      {product.faq.map(({ answer, question }, index) => (
        <details className="disclosure" key={index}>
          <summary>{question}</summary>
          <p>{answer}</p>
        </details>
      ))}
    </section>
  )
}

/** Everything a buyer wants to know before paying; parts without content are left out. */
export function ProductFacts({ locale, product }: FactsProps) {
  return (
    <div className="grid gap-12">
      {product.plans.length > 0 ? <PlanList locale={locale} product={product} /> : null}
      {product.features.length > 0 ? <Features locale={locale} product={product} /> : null}
      <RichText text={product.description} />
      {product.specification.length > 0 ? (
        <Specification locale={locale} product={product} />
      ) : null}
      {product.afterPayment ? <AfterPayment locale={locale} product={product} /> : null}
      {product.faq.length > 0 ? <ProductFaq locale={locale} product={product} /> : null}
    </div>
  )
}
