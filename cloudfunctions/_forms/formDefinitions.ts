import * as z from 'zod/mini'
import { formDefinition, type FormDefinition } from '../../shared/forms/formDefinition'
import fullSubsidyCertificate from './forms/fullSubsidyCertificate.json'
import pubeiAnnex2 from './forms/pubeiAnnex2.json'
import pubeiAnnex3 from './forms/pubeiAnnex3.json'
import pubeiAnnex4 from './forms/pubeiAnnex4.json'
import paidOnBehalfRoster from './forms/paidOnBehalfRoster.json'
import registrationForm from './forms/registrationForm.json'
import subsidyRoster from './forms/subsidyRoster.json'
import taxRegister from './forms/taxRegister.json'
import villageSheet from './forms/villageSheet.json'

/** Every form there is, in the order in which they are offered: those of one notice first, then lists, then what is for one person. */
export const formDefinitions: readonly FormDefinition[] = z
  .array(formDefinition)
  .parse([
    pubeiAnnex2,
    pubeiAnnex3,
    pubeiAnnex4,
    villageSheet,
    taxRegister,
    subsidyRoster,
    paidOnBehalfRoster,
    fullSubsidyCertificate,
    registrationForm,
  ])
