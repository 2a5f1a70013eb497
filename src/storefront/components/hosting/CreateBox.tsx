import { getTranslations } from 'next-intl/server'

import { servicePath } from '../../hosting/paths'
import { findZones } from '../../hosting/services'
import type { ServiceField } from '../../hosting/state'
import { localPath } from '../../i18n/locales'
import { type CreateField, CreateForm } from './CreateForm'
import type { ServiceProps } from './ServiceBadge'

const LONG: readonly ServiceField[] = ['access', 'notes']

const findCreateFields = async ({ locale, service }: ServiceProps): Promise<CreateField[]> => {
  const t = await getTranslations({ locale, namespace: 'hosting.fields' })
  const { domain = null, needs, region, regions, request } = service
  const [zone] = await findZones()
  const before = (value: null | number | string | undefined) =>
    value === null || value === undefined ? {} : { value: String(value) }
  const ask = (name: ServiceField, rest: Partial<CreateField> = {}): CreateField => ({
    hint: t(`${name}Hint`),
    isLong: LONG.includes(name),
    label: t(name),
    name,
    ...rest,
  })
  const questions = (needs?.questions ?? []).map((name) =>
    ask(name, { isRequired: name !== 'notes', ...before(request[name]) }),
  )
  const where: CreateField[] =
    regions.length > 1
      ? [
          ask('region', {
            choices: regions.map((each) => [each, each]),
            ...before(region ?? regions[0]),
          }),
        ]
      : []
  return needs === null || needs.domain === 'none'
    ? [...where, ...questions]
    : [
        ask('domain', {
          ...(zone && { hint: t('domainHintZone', { zone }) }),
          isRequired: needs.domain === 'required',
          ...before(domain),
        }),
        ...where,
        ...questions,
      ]
}

/** *Buat hosting*: what has to be said before a service is made. */
export async function CreateBox({ locale, service }: ServiceProps) {
  const t = await getTranslations({ locale, namespace: 'hosting' })
  const isGuided = (service.needs?.questions.length ?? 0) > 0
  return (
    <section aria-labelledby="buat-hosting" className="card grid gap-5 p-6 sm:p-8">
      <div>
        <h2 className="text-xl" id="buat-hosting">
          {t(service.state === 'failed' ? 'againTitle' : 'createTitle')}
        </h2>
        <p className="mt-2 text-muted">{t(isGuided ? 'guidedLead' : 'createLead')}</p>
      </div>
      <CreateForm
        copy={{
          errorTitle: t('errorTitle'),
          sending: t('sending'),
          submit: t(isGuided ? 'request' : 'create'),
        }}
        fields={await findCreateFields({ locale, service })}
        hidden={{ id: service.id, locale }}
        permalink={localPath({ locale, path: servicePath(service.id) })}
      />
    </section>
  )
}
