import { TextFact as TextFact_d429b3dc0aa5f9c35bf91ece5eda6aa7 } from '../../../plugin/kernel/admin/facts'
import { StateCell as StateCell_09a69bfd5fcd7574bdd4f097b81ab259 } from '../../../plugin/kernel/admin/cells'
import { StateFact as StateFact_d429b3dc0aa5f9c35bf91ece5eda6aa7 } from '../../../plugin/kernel/admin/facts'
import { RupiahCell as RupiahCell_09a69bfd5fcd7574bdd4f097b81ab259 } from '../../../plugin/kernel/admin/cells'
import { RupiahFact as RupiahFact_d429b3dc0aa5f9c35bf91ece5eda6aa7 } from '../../../plugin/kernel/admin/facts'
import { InstantCell as InstantCell_09a69bfd5fcd7574bdd4f097b81ab259 } from '../../../plugin/kernel/admin/cells'
import { InstantFact as InstantFact_d429b3dc0aa5f9c35bf91ece5eda6aa7 } from '../../../plugin/kernel/admin/facts'
import { OrdersHead as OrdersHead_199692b18dfa433a3da1282e6396268b } from '../../../plugin/overdue/admin/OrdersHead'
import { ExportForm as ExportForm_a2f7a1f98da3d72e256ff8023eef570c } from '../../../plugin/exports/admin/ExportForm'
import { OrderView as OrderView_c1ed251ed877a87cac28bf30186d7e86 } from '../../../plugin/orders/admin/OrderView'
import { DayCell as DayCell_09a69bfd5fcd7574bdd4f097b81ab259 } from '../../../plugin/kernel/admin/cells'
import { DayFact as DayFact_d429b3dc0aa5f9c35bf91ece5eda6aa7 } from '../../../plugin/kernel/admin/facts'
import { DocumentMoves as DocumentMoves_7aea54e777f15c378c4c0dd1f79f273a } from '../../../plugin/kernel/admin/DocumentMoves'
import { JsonFact as JsonFact_dbbd3507cb8325c1e601c7e001fff676 } from '../../../plugin/kernel/admin/JsonFact'
import { RupiahInput as RupiahInput_e4c2b252a86b38ec154b7d83e3a125e8 } from '../../../plugin/kernel/admin/RupiahInput'
import { TemplatePreview as TemplatePreview_ea324704aeca280bd37be8bd3b912df0 } from '../../../plugin/spk/admin/TemplatePreview'
import { AccountView as AccountView_8f366ea8b5fea571398108773ea866f7 } from '../../../plugin/hosting/admin/AccountView'
import { SettingsField as SettingsField_0f6980148fe4aa527b8309b364a9681c } from '../../../plugin/hosting/admin/SettingsField'
import { TestButton as TestButton_702822795a33bf9d25fa1149c66735ae } from '../../../plugin/hosting/admin/TestButton'
import { TaskView as TaskView_c80f0badf2d68c9f4c9ff75764bac668 } from '../../../plugin/hosting/admin/TaskView'
import { DocumentAsk as DocumentAsk_69bfbd4de17e6bdeab8160c0df0a9d3e } from '../../../plugin/kernel/admin/AskButton'
import { HoursLabel as HoursLabel_e04370de5ec3ceb3d4b8f88253efc769 } from '../../../plugin/booking/admin/HoursLabel'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FulfilmentView as FulfilmentView_7c61688e41e962e98005f0a706705788 } from '../../../plugin/fulfilment/admin/FulfilmentView'
import { PlanPreview as PlanPreview_bb6adfc5a94f5b97d3863766f2686ab1 } from '../../../plugin/plans/admin/PlanPreview'
import { PlanLabel as PlanLabel_6549dc554ddac6d292caca65651573e7 } from '../../../plugin/plans/admin/PlanLabel'
import { EditionLink as EditionLink_8dd20a3068533971ec415ef0784afde6 } from '../../../plugin/catalog/admin/EditionLink'
import { EventSelect as EventSelect_dcdd057d6770f08bb17dac84879a2a22 } from '../../../plugin/notifications/admin/EventSelect'
import { CatalogueWords as CatalogueWords_f93d6c3e87082c146a142c6c0f6cd12d } from '../../../plugin/notifications/admin/CatalogueWords'
import { EventTitle as EventTitle_805c409a7a53442ca9612aa77d542705 } from '../../../plugin/notifications/admin/EventTitle'
import { MessageDeeds as MessageDeeds_1ec7b33633cdc87d655c352edd71b59f } from '../../../plugin/notifications/admin/MessageDeeds'
import { ResendButton as ResendButton_aa4b4ae08033ba1c4936286c347f8236 } from '../../../plugin/notifications/admin/ResendButton'
import { BounceButton as BounceButton_2373974f4111f486aaa48a7e967ad8be } from '../../../plugin/notifications/admin/BounceButton'
import { HandButtons as HandButtons_b01cbf576739f64f08d904120a939e8e } from '../../../plugin/notifications/admin/HandButtons'
import { ProblemView as ProblemView_aa0ec27209a1005221a481f547c452fc } from '../../../plugin/problems/admin/ProblemView'
import { RefundView as RefundView_f21c0cba9090f278b7bc3b2e05794d75 } from '../../../plugin/refunds/admin/RefundView'
import { PublishButton as PublishButton_fbe7c52ab3c862778ca65d5f3ffd7923 } from '../../../plugin/downloads/admin/PublishButton'
import { Icon as Icon_65754da637e11fa339c0ddbf22a8927f } from '../../../plugin/staff/admin/Icon'
import { Logo as Logo_9b13517585422a1764e8d37ec1e20c28 } from '../../../plugin/staff/admin/Logo'
import { TodoBell as TodoBell_41ca2e0208dac6e3f53c14c616eeb69e } from '../../../plugin/orders/admin/TodoBell'
import { CatalogueLink as CatalogueLink_d73f457018440556c563c130b70cd551 } from '../../../plugin/notifications/admin/CatalogueLink'
import { DeadJobsLink as DeadJobsLink_0bd8a5259af2cdf4e864578433afe6e6 } from '../../../plugin/jobs/admin/DeadJobsLink'
import { ProblemsLink as ProblemsLink_b6be3ffe114a5b0b2287250d52f12ded } from '../../../plugin/problems/admin/ProblemsLink'
import { SuspensionsLink as SuspensionsLink_2aeb313302a28585cbdde69b33dbe034 } from '../../../plugin/suspensions/admin/SuspensionsLink'
import { SpkLink as SpkLink_1915d7a7ea35051e7664167048e454cf } from '../../../plugin/spk/admin/SpkLink'
import { WorkLink as WorkLink_6ba19d19546a17398c57f07f11dce1de } from '../../../plugin/fulfilment/admin/WorkLink'
import { OverdueLink as OverdueLink_07c935923160b2af21803493c40d846f } from '../../../plugin/overdue/admin/OverdueLink'
import { ReportsLink as ReportsLink_649236a9a4db1c0c4daf9c43ab4085c6 } from '../../../plugin/instalments/admin/ReportsLink'
import { TodoBoard as TodoBoard_64a73b418fe3bb3faf26ca7cfdab7666 } from '../../../plugin/orders/admin/TodoBoard'
import { S3ClientUploadHandler as S3ClientUploadHandler_f97aa6c64367fa259c5bc0567239ef24 } from '@payloadcms/storage-s3/client'
import { CatalogueView as CatalogueView_9fd32a7ce509c9e43acb9c0e8443b1a6 } from '../../../plugin/notifications/admin/CatalogueView'
import { ByHandView as ByHandView_04bfb972483ea9526fab6aa0b0153306 } from '../../../plugin/notifications/admin/ByHandView'
import { DeadJobsView as DeadJobsView_9ac4ce980adc4c071581f1f1e1678b24 } from '../../../plugin/jobs/admin/DeadJobsView'
import { ProblemsView as ProblemsView_815e418cea5104a17dd159f9f8020269 } from '../../../plugin/problems/admin/ProblemsView'
import { SuspensionsView as SuspensionsView_da3e743c1220edc447221addcc6c8e3b } from '../../../plugin/suspensions/admin/SuspensionsView'
import { SpkQueueView as SpkQueueView_f7c111920f34cee7e17ae1c6237dd427 } from '../../../plugin/spk/admin/SpkQueueView'
import { SpkView as SpkView_a2c15210b00fdac27bbddfb98f507ce5 } from '../../../plugin/spk/admin/SpkView'
import { WorkView as WorkView_197e5963b7b5f7b2f83bb0fe94cde380 } from '../../../plugin/fulfilment/admin/WorkView'
import { OverdueView as OverdueView_743bfce1948d9e0b7f42652ad38273e0 } from '../../../plugin/overdue/admin/OverdueView'
import { DryRunView as DryRunView_8dadceca5126cf8a7f11c1bf6f2f0139 } from '../../../plugin/overdue/admin/DryRunView'
import { ReportsView as ReportsView_289e233151e3e9fa508ffc9ff0339f17 } from '../../../plugin/instalments/admin/ReportsView'
import { WorkBoard as WorkBoard_5fff308d322ce1a699a9cae71cb73f88 } from '../../../plugin/fulfilment/admin/WorkBoard'
import { NewOrdersWidget as NewOrdersWidget_c6f661e3f86e3da8e38edd2decfae11d } from '../../../plugin/orders/admin/NewOrdersWidget'
import { SessionsWidget as SessionsWidget_27c9d0147582b7392954a48f6d5bfbda } from '../../../plugin/booking/admin/SessionsWidget'
import { ReportsWidget as ReportsWidget_cb0db8e2f25859754f692de73309ba83 } from '../../../plugin/fulfilment/admin/ReportsWidget'
import { ProblemsWidget as ProblemsWidget_35b5ca55163af5785d65238fa1938463 } from '../../../plugin/problems/admin/ProblemsWidget'
import { ReviewsWidget as ReviewsWidget_c4f320c4d06b66da48caddd6d6176898 } from '../../../plugin/payments/admin/ReviewsWidget'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'
import { SessionPart as SessionPart_e4a374e48c43fc7aeebd5a1bdf872410 } from '../../../plugin/booking/admin/SessionPart'
import { ScopePart as ScopePart_daf00afeb5b9115783452f2654f5ab6d } from '../../../plugin/scopes/admin/ScopePart'
import { ReportPart as ReportPart_03da1b1b1d5888f8c1d9db507fb3fcec } from '../../../plugin/reports/admin/ReportPart'
import { RightPart as RightPart_3b84b997abdee26b77a9893189d5a9a7 } from '../../../plugin/downloads/admin/RightPart'
import { OrderContract as OrderContract_7da46fb102d4ce62250b59a69f801d3f } from '../../../plugin/overdue/admin/OrderContract'
import { OrderRefunds as OrderRefunds_1f246aa1fd277571294091c4ae17fccd } from '../../../plugin/refunds/admin/OrderRefunds'
import { OrderProblems as OrderProblems_102cdb9c259444411d8dfa3750756a9d } from '../../../plugin/problems/admin/OrderProblems'

/** @type import('payload').ImportMap */
export const importMap = {
  "/plugin/kernel/admin/facts#TextFact": TextFact_d429b3dc0aa5f9c35bf91ece5eda6aa7,
  "/plugin/kernel/admin/cells#StateCell": StateCell_09a69bfd5fcd7574bdd4f097b81ab259,
  "/plugin/kernel/admin/facts#StateFact": StateFact_d429b3dc0aa5f9c35bf91ece5eda6aa7,
  "/plugin/kernel/admin/cells#RupiahCell": RupiahCell_09a69bfd5fcd7574bdd4f097b81ab259,
  "/plugin/kernel/admin/facts#RupiahFact": RupiahFact_d429b3dc0aa5f9c35bf91ece5eda6aa7,
  "/plugin/kernel/admin/cells#InstantCell": InstantCell_09a69bfd5fcd7574bdd4f097b81ab259,
  "/plugin/kernel/admin/facts#InstantFact": InstantFact_d429b3dc0aa5f9c35bf91ece5eda6aa7,
  "/plugin/overdue/admin/OrdersHead#OrdersHead": OrdersHead_199692b18dfa433a3da1282e6396268b,
  "/plugin/exports/admin/ExportForm#ExportForm": ExportForm_a2f7a1f98da3d72e256ff8023eef570c,
  "/plugin/orders/admin/OrderView#OrderView": OrderView_c1ed251ed877a87cac28bf30186d7e86,
  "/plugin/kernel/admin/cells#DayCell": DayCell_09a69bfd5fcd7574bdd4f097b81ab259,
  "/plugin/kernel/admin/facts#DayFact": DayFact_d429b3dc0aa5f9c35bf91ece5eda6aa7,
  "/plugin/kernel/admin/DocumentMoves#DocumentMoves": DocumentMoves_7aea54e777f15c378c4c0dd1f79f273a,
  "/plugin/kernel/admin/JsonFact#JsonFact": JsonFact_dbbd3507cb8325c1e601c7e001fff676,
  "/plugin/kernel/admin/RupiahInput#RupiahInput": RupiahInput_e4c2b252a86b38ec154b7d83e3a125e8,
  "/plugin/spk/admin/TemplatePreview#TemplatePreview": TemplatePreview_ea324704aeca280bd37be8bd3b912df0,
  "/plugin/hosting/admin/AccountView#AccountView": AccountView_8f366ea8b5fea571398108773ea866f7,
  "/plugin/hosting/admin/SettingsField#SettingsField": SettingsField_0f6980148fe4aa527b8309b364a9681c,
  "/plugin/hosting/admin/TestButton#TestButton": TestButton_702822795a33bf9d25fa1149c66735ae,
  "/plugin/hosting/admin/TaskView#TaskView": TaskView_c80f0badf2d68c9f4c9ff75764bac668,
  "/plugin/kernel/admin/AskButton#DocumentAsk": DocumentAsk_69bfbd4de17e6bdeab8160c0df0a9d3e,
  "/plugin/booking/admin/HoursLabel#HoursLabel": HoursLabel_e04370de5ec3ceb3d4b8f88253efc769,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/plugin/fulfilment/admin/FulfilmentView#FulfilmentView": FulfilmentView_7c61688e41e962e98005f0a706705788,
  "/plugin/plans/admin/PlanPreview#PlanPreview": PlanPreview_bb6adfc5a94f5b97d3863766f2686ab1,
  "/plugin/plans/admin/PlanLabel#PlanLabel": PlanLabel_6549dc554ddac6d292caca65651573e7,
  "/plugin/catalog/admin/EditionLink#EditionLink": EditionLink_8dd20a3068533971ec415ef0784afde6,
  "/plugin/notifications/admin/EventSelect#EventSelect": EventSelect_dcdd057d6770f08bb17dac84879a2a22,
  "/plugin/notifications/admin/CatalogueWords#CatalogueWords": CatalogueWords_f93d6c3e87082c146a142c6c0f6cd12d,
  "/plugin/notifications/admin/EventTitle#EventTitle": EventTitle_805c409a7a53442ca9612aa77d542705,
  "/plugin/notifications/admin/MessageDeeds#MessageDeeds": MessageDeeds_1ec7b33633cdc87d655c352edd71b59f,
  "/plugin/notifications/admin/ResendButton#ResendButton": ResendButton_aa4b4ae08033ba1c4936286c347f8236,
  "/plugin/notifications/admin/BounceButton#BounceButton": BounceButton_2373974f4111f486aaa48a7e967ad8be,
  "/plugin/notifications/admin/HandButtons#HandButtons": HandButtons_b01cbf576739f64f08d904120a939e8e,
  "/plugin/problems/admin/ProblemView#ProblemView": ProblemView_aa0ec27209a1005221a481f547c452fc,
  "/plugin/refunds/admin/RefundView#RefundView": RefundView_f21c0cba9090f278b7bc3b2e05794d75,
  "/plugin/downloads/admin/PublishButton#PublishButton": PublishButton_fbe7c52ab3c862778ca65d5f3ffd7923,
  "/plugin/staff/admin/Icon#Icon": Icon_65754da637e11fa339c0ddbf22a8927f,
  "/plugin/staff/admin/Logo#Logo": Logo_9b13517585422a1764e8d37ec1e20c28,
  "/plugin/orders/admin/TodoBell#TodoBell": TodoBell_41ca2e0208dac6e3f53c14c616eeb69e,
  "/plugin/notifications/admin/CatalogueLink#CatalogueLink": CatalogueLink_d73f457018440556c563c130b70cd551,
  "/plugin/jobs/admin/DeadJobsLink#DeadJobsLink": DeadJobsLink_0bd8a5259af2cdf4e864578433afe6e6,
  "/plugin/problems/admin/ProblemsLink#ProblemsLink": ProblemsLink_b6be3ffe114a5b0b2287250d52f12ded,
  "/plugin/suspensions/admin/SuspensionsLink#SuspensionsLink": SuspensionsLink_2aeb313302a28585cbdde69b33dbe034,
  "/plugin/spk/admin/SpkLink#SpkLink": SpkLink_1915d7a7ea35051e7664167048e454cf,
  "/plugin/fulfilment/admin/WorkLink#WorkLink": WorkLink_6ba19d19546a17398c57f07f11dce1de,
  "/plugin/overdue/admin/OverdueLink#OverdueLink": OverdueLink_07c935923160b2af21803493c40d846f,
  "/plugin/instalments/admin/ReportsLink#ReportsLink": ReportsLink_649236a9a4db1c0c4daf9c43ab4085c6,
  "/plugin/orders/admin/TodoBoard#TodoBoard": TodoBoard_64a73b418fe3bb3faf26ca7cfdab7666,
  "@payloadcms/storage-s3/client#S3ClientUploadHandler": S3ClientUploadHandler_f97aa6c64367fa259c5bc0567239ef24,
  "/plugin/notifications/admin/CatalogueView#CatalogueView": CatalogueView_9fd32a7ce509c9e43acb9c0e8443b1a6,
  "/plugin/notifications/admin/ByHandView#ByHandView": ByHandView_04bfb972483ea9526fab6aa0b0153306,
  "/plugin/jobs/admin/DeadJobsView#DeadJobsView": DeadJobsView_9ac4ce980adc4c071581f1f1e1678b24,
  "/plugin/problems/admin/ProblemsView#ProblemsView": ProblemsView_815e418cea5104a17dd159f9f8020269,
  "/plugin/suspensions/admin/SuspensionsView#SuspensionsView": SuspensionsView_da3e743c1220edc447221addcc6c8e3b,
  "/plugin/spk/admin/SpkQueueView#SpkQueueView": SpkQueueView_f7c111920f34cee7e17ae1c6237dd427,
  "/plugin/spk/admin/SpkView#SpkView": SpkView_a2c15210b00fdac27bbddfb98f507ce5,
  "/plugin/fulfilment/admin/WorkView#WorkView": WorkView_197e5963b7b5f7b2f83bb0fe94cde380,
  "/plugin/overdue/admin/OverdueView#OverdueView": OverdueView_743bfce1948d9e0b7f42652ad38273e0,
  "/plugin/overdue/admin/DryRunView#DryRunView": DryRunView_8dadceca5126cf8a7f11c1bf6f2f0139,
  "/plugin/instalments/admin/ReportsView#ReportsView": ReportsView_289e233151e3e9fa508ffc9ff0339f17,
  "/plugin/fulfilment/admin/WorkBoard#WorkBoard": WorkBoard_5fff308d322ce1a699a9cae71cb73f88,
  "/plugin/orders/admin/NewOrdersWidget#NewOrdersWidget": NewOrdersWidget_c6f661e3f86e3da8e38edd2decfae11d,
  "/plugin/booking/admin/SessionsWidget#SessionsWidget": SessionsWidget_27c9d0147582b7392954a48f6d5bfbda,
  "/plugin/fulfilment/admin/ReportsWidget#ReportsWidget": ReportsWidget_cb0db8e2f25859754f692de73309ba83,
  "/plugin/problems/admin/ProblemsWidget#ProblemsWidget": ProblemsWidget_35b5ca55163af5785d65238fa1938463,
  "/plugin/payments/admin/ReviewsWidget#ReviewsWidget": ReviewsWidget_c4f320c4d06b66da48caddd6d6176898,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1,
  "/plugin/booking/admin/SessionPart#SessionPart": SessionPart_e4a374e48c43fc7aeebd5a1bdf872410,
  "/plugin/scopes/admin/ScopePart#ScopePart": ScopePart_daf00afeb5b9115783452f2654f5ab6d,
  "/plugin/reports/admin/ReportPart#ReportPart": ReportPart_03da1b1b1d5888f8c1d9db507fb3fcec,
  "/plugin/downloads/admin/RightPart#RightPart": RightPart_3b84b997abdee26b77a9893189d5a9a7,
  "/plugin/overdue/admin/OrderContract#OrderContract": OrderContract_7da46fb102d4ce62250b59a69f801d3f,
  "/plugin/refunds/admin/OrderRefunds#OrderRefunds": OrderRefunds_1f246aa1fd277571294091c4ae17fccd,
  "/plugin/problems/admin/OrderProblems#OrderProblems": OrderProblems_102cdb9c259444411d8dfa3750756a9d
}
