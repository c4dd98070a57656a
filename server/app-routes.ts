/** Every route of every feature. */
import { absenceRoutes } from './features/absence/routes.tsx'
import { accountRoutes } from './features/account/routes.tsx'
import { activityRoutes } from './features/activity/routes.tsx'
import { activityRegistrationRoutes } from './features/activity-registration/routes.tsx'
import { activityStepRoutes } from './features/activity-step/routes.tsx'
import { administrationRoutes } from './features/administration/routes.tsx'
import { allowanceRoutes } from './features/allowance/routes.tsx'
import { ambassadorRoutes } from './features/ambassador/routes.tsx'
import { amendmentRoutes } from './features/amendment/routes.tsx'
import { announcementRoutes } from './features/announcement/routes.tsx'
import { attendanceReturnRoutes } from './features/attendance-return/routes.tsx'
import { boardRoutes } from './features/board/routes.tsx'
import { caseRoutes } from './features/case/routes.tsx'
import { caseCountRoutes } from './features/case-count/routes.tsx'
import { caseOpeningRoutes } from './features/case-opening/routes.tsx'
import { caseStepRoutes } from './features/case-step/routes.tsx'
import { checkInRoutes } from './features/check-in/routes.tsx'
import { circularRoutes } from './features/circular/routes.tsx'
import { circularActRoutes } from './features/circular-act/routes.tsx'
import { clauseAnswerRoutes } from './features/clause-answer/routes.tsx'
import { clauseTrialRoutes } from './features/clause-trial/routes.tsx'
import { codeRoutes } from './features/code/routes.tsx'
import { comparisonRoutes } from './features/comparison/routes.tsx'
import { complaintRoutes } from './features/complaint/routes.tsx'
import { complaintDeskRoutes } from './features/complaint-desk/routes.tsx'
import { correctionRoutes } from './features/correction/routes.tsx'
import { coverageRoutes } from './features/coverage/routes.tsx'
import { decisionRoutes } from './features/decision/routes.tsx'
import { declarationRoutes } from './features/declaration/routes.tsx'
import { deviceRoutes } from './features/device/routes.tsx'
import { disciplineRoutes } from './features/discipline/routes.tsx'
import { draftRoutes } from './features/draft/routes.tsx'
import { draftEditRoutes } from './features/draft-edit/routes.tsx'
import { escortRoutes } from './features/escort/routes.tsx'
import { escortStepRoutes } from './features/escort-step/routes.tsx'
import { escortTeamRoutes } from './features/escort-team/routes.tsx'
import { findingRoutes } from './features/finding/routes.tsx'
import { fingerprintRoutes } from './features/fingerprint/routes.tsx'
import { inspectionRoutes } from './features/inspection/routes.tsx'
import { inspectionDrawRoutes } from './features/inspection-draw/routes.tsx'
import { inspectionPhotoRoutes } from './features/inspection-photo/routes.tsx'
import { instructionRoutes } from './features/instruction/routes.tsx'
import { invitationRoutes } from './features/invitation/routes.tsx'
import { kioskRoutes } from './features/kiosk/routes.tsx'
import { knownPlaceRoutes } from './features/known-place/routes.tsx'
import { letterRoutes } from './features/letter/routes.tsx'
import { machineTokenRoutes } from './features/machine-token/routes.tsx'
import { mainDutyRoutes } from './features/main-duty/routes.tsx'
import { measureRoutes } from './features/measure/routes.tsx'
import { meetingRoutes } from './features/meeting/routes.tsx'
import { meetingMinutesRoutes } from './features/meeting-minutes/routes.tsx'
import { noticeAddressRoutes } from './features/notice-address/routes.tsx'
import { objectionRoutes } from './features/objection/routes.tsx'
import { officeScreenRoutes } from './features/office-screen/routes.tsx'
import { outageRoutes } from './features/outage/routes.tsx'
import { outbreakRoutes } from './features/outbreak/routes.tsx'
import { ownDataRoutes } from './features/own-data/routes.tsx'
import { paperListRoutes } from './features/paper-list/routes.tsx'
import { passkeyRoutes } from './features/passkey/routes.tsx'
import { permitRoutes } from './features/permit/routes.tsx'
import { permitLetterRoutes } from './features/permit-letter/routes.tsx'
import { pilotSiteRoutes } from './features/pilot-site/routes.tsx'
import { proofRoutes } from './features/proof/routes.tsx'
import { recallRoutes } from './features/recall/routes.tsx'
import { recallOrderRoutes } from './features/recall-order/routes.tsx'
import { recapRoutes } from './features/recap/routes.tsx'
import { regionRoutes } from './features/region/routes.tsx'
import { regionReturnRoutes } from './features/region-return/routes.tsx'
import { reportRoutes } from './features/report/routes.tsx'
import { reportFileRoutes } from './features/report-file/routes.tsx'
import { resolutionRoutes } from './features/resolution/routes.tsx'
import { rosterRoutes } from './features/roster/routes.tsx'
import { rosterFileRoutes } from './features/roster-file/routes.tsx'
import { rosterGridRoutes } from './features/roster-grid/routes.tsx'
import { serviceRoutes } from './features/service/routes.tsx'
import { serviceChannelRoutes } from './features/service-channel/routes.tsx'
import { sessionRoutes } from './features/session/routes.tsx'
import { sessionRenewalRoutes } from './features/session-renewal/routes.tsx'
import { signOnRoutes } from './features/sign-on/routes.tsx'
import { signalRoutes } from './features/signal/routes.tsx'
import { signingRoutes } from './features/signing/routes.tsx'
import { simulationRoutes } from './features/simulation/routes.tsx'
import { situationRoutes } from './features/situation/routes.tsx'
import { templateRoutes } from './features/template/routes.tsx'
import { todayRoutes } from './features/today/routes.tsx'
import { totpRoutes } from './features/totp/routes.tsx'
import { voucherRoutes } from './features/voucher/routes.tsx'
import { webhookRoutes } from './features/webhook/routes.tsx'
import { workbenchRoutes } from './features/workbench/routes.tsx'

export const routesOfFeatures = [
  regionRoutes,
  recapRoutes,
  activityRoutes,
  activityRegistrationRoutes,
  activityStepRoutes,
  escortRoutes,
  escortStepRoutes,
  escortTeamRoutes,
  findingRoutes,
  caseRoutes,
  caseOpeningRoutes,
  caseStepRoutes,
  measureRoutes,
  allowanceRoutes,
  boardRoutes,
  decisionRoutes,
  circularRoutes,
  circularActRoutes,
  comparisonRoutes,
  declarationRoutes,
  templateRoutes,
  draftRoutes,
  amendmentRoutes,
  draftEditRoutes,
  workbenchRoutes,
  signingRoutes,
  letterRoutes,
  rosterRoutes,
  rosterFileRoutes,
  rosterGridRoutes,
  outbreakRoutes,
  serviceRoutes,
  serviceChannelRoutes,
  clauseAnswerRoutes,
  clauseTrialRoutes,
  codeRoutes,
  sessionRoutes,
  sessionRenewalRoutes,
  signOnRoutes,
  todayRoutes,
  officeScreenRoutes,
  kioskRoutes,
  knownPlaceRoutes,
  ownDataRoutes,
  attendanceReturnRoutes,
  regionReturnRoutes,
  accountRoutes,
  invitationRoutes,
  passkeyRoutes,
  proofRoutes,
  totpRoutes,
  administrationRoutes,
  machineTokenRoutes,
  webhookRoutes,
  checkInRoutes,
  announcementRoutes,
  instructionRoutes,
  permitRoutes,
  permitLetterRoutes,
  absenceRoutes,
  mainDutyRoutes,
  reportRoutes,
  reportFileRoutes,
  deviceRoutes,
  disciplineRoutes,
  noticeAddressRoutes,
  recallRoutes,
  recallOrderRoutes,
  voucherRoutes,
  paperListRoutes,
  fingerprintRoutes,
  correctionRoutes,
  objectionRoutes,
  signalRoutes,
  outageRoutes,
  inspectionDrawRoutes,
  inspectionRoutes,
  meetingRoutes,
  meetingMinutesRoutes,
  resolutionRoutes,
  inspectionPhotoRoutes,
  complaintRoutes,
  complaintDeskRoutes,
  caseCountRoutes,
  coverageRoutes,
  pilotSiteRoutes,
  ambassadorRoutes,
  simulationRoutes,
  situationRoutes,
]
