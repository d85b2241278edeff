export { ForPosts, MySession } from './access.decorators.js';
export { accessProblems } from './access/access.problems.js';
export type { AccountRow } from './access/accounts.queries.js';
export { AccountStarts, seconds, type Started, type WaitingStart } from './access/account-starts.service.js';
export { AccountsService, type ReadyAccount } from './access/accounts.service.js';
export { ApiKeys } from './access/api-keys.service.js';
export { type KeyShown } from './api-keys.queries.js';
export { checkLevel } from './access/posts-held.js';
export { networkOf } from './access/network.js';
export { hashPassword } from './access/passwords.js';
export { codeAt } from './access/second-factor.js';
export { refuseForeignKey } from './access/key-check.js';
export { newToken, seal, tokenHash, unseal } from './access/secrets.js';
export { type Session } from './access/session.js';
export { SessionCookies } from './access/session-cookies.js';
export { SessionsService } from './access/sessions.service.js';
export { trainingAccounts, trainingPassword, trainingTotpSecret } from './access/training-accounts.js';
export { WallClock } from './access/wall-clock.js';
export { anyOf } from './any-of.js';
export { Aside } from './aside.js';
export { Calendars } from './calendars.js';
export { ClockTimer } from './clock/clock-timer.js';
export { ClockTroubles } from './clock/clock-troubles.js';
export { statusOf, statusView } from './clock/clock.view.js';
export { type Swept, Sweeper } from './clock/sweeper.js';
export { CONFIG, type Config, ConfigError, readConfig } from './config.js';
export { type Migration, awaitSchema, connection, migrate } from './data-source.js';
export { codeOf, constraintOf } from './database-errors.js';
export { Database } from './database.js';
export { type Reader } from './transaction.js';
export { type Tx } from './transaction.js';
export { type Deadline, Deadlines } from './deadlines.js';
export { startEmbedded } from './embedded-postgres.js';
export { EvidenceSight } from './evidence-sight.js';
export { Files, type Received, type Upload } from './files.js';
export { type EvidenceFile } from './evidence-sight.js';
export { Frames } from './frames.js';
export { historyOf, type HistoryLine, whoDid } from './history.js';
export { MovableClock } from './movable-clock.js';
export { moved } from './moved.js';
export { publicRoutes, routesOf } from './openapi/routes.js';
export { Done, Download, Page, Shown } from './page.js';
export { ParameterStore } from './parameter-store.js';
export { dueView, type DueView, miniView, type MiniView, stripView, type StripView, whyView } from './period.view.js';
export { PlatformModule } from './platform.module.js';
export { generalProblems } from './general.problems.js';
export { refuses } from './problem.filter.js';
export { recordAddress } from './record-address.js';
export { Me, OwnKeys, Public, Shared } from './public.js';
export { Behind } from './behind.js';
export { requestContext } from './request-context.js';
export { refuseUnfitSession } from './session-check.js';
export { SigningKeys, type Signed } from './signing/signing-keys.service.js';
export { StepGate } from './acts/step-gate.js';
export { stepProblems } from './step.problems.js';
export { type OpenStep, Steps } from './steps.js';
export { SystemClock } from './system-clock.js';
export { sentTypes } from './media-types.js';
export { Gives, Sends, SendsEvents } from './views/gives.js';
export { signal } from './live/signals.js';
export { Watchers } from './live/watchers.service.js';
export {
  deadlineOf,
  deadlineView,
  doneView,
  fileOf,
  fileView,
  historyLineOf,
  historyView,
  offerOf,
  offerView,
  stateWords,
} from './views/shared.view.js';
export { type Of, type Value, value, view } from './views/values.js';
export { countedView, daysOf, skippedView } from './calendar/reckoned.view.js';
export { listValue, pageValue, rowValue } from './views/list-value.js';
export { inputView } from './views/input-value.js';
export { blockerValue } from './views/blocker.view.js';
export { Assets } from './assets.js';
export { OwnNews } from './own-news.js';
export { Sitemap } from './sitemap.js';
export { Templates } from './templates.js';
export { sqlNames } from './sql-names.js';
export { Asks } from './lists/asks.js';
export { readQuery } from './lists/list-query.js';
export { beginning } from './lists/beginning.js';
export { cursorOf, isUuid } from './lists/cursor.js';
export { column, maybe, type RowOf } from './lists/field.js';
export { dayFrom, dayUntil, endsIn, marked, named, oneOf, ranged, under } from './lists/filter.js';
export { type Asked, everybody, List, ofOffice, type Scope } from './lists/list.js';
export { Feeds } from './lists/feeds.service.js';
export { type ListView } from './lists/list-page.js';
export { Lists } from './lists/lists.service.js';
export { sheetOf } from './lists/sheet.js';
export { pairsOf, wordsOf } from './lists/search-words.js';
export { inputProblem } from './validation.js';
export { configureWeb, webAdapter } from './web.js';
export { Answers, staysTrueUntil } from './answers.js';
export { otherDesks } from './work/other-desks.words.js';
export { statesToMove, wordOf } from './work/work-states.js';
export { WorkDesk } from './work/work-desk.service.js';
export { dueOf } from './work/work-page.service.js';
export { workbook } from './workbook.js';
export { allWorkflows, workflowsDrawn } from './workflows-drawn.js';
export { Versions } from './versions.js';
export { askedOnce } from './asked-once.js';
export { ruleVersions } from './rule-versions.js';
export { after, lastly, soon } from './transaction.js';
export { type Question, askAtOnce } from './questions.js';
export { together } from './together.js';
export { type Act, type BirthWords } from './act.js';
export { type ActReader, actsController, doersOf, Takes, TakesHalf } from './acts/acts.controller.js';
export { methodOf, rowsOf, stepsOf } from './acts/act-rows.js';
export { actHere, offersOf, ownIds, toldIn } from './acts/act-offers.js';
export type { ActHead, ActPath, RecordForm, Elsewhere, ShownBeside } from './acts/act-table.js';
export { actTable, declaredActs, recordActs } from './acts/declared-acts.js';
export { Acts } from './acts/acts.service.js';
export { ManyActs } from './acts/many-acts.service.js';
export {
  AccountField,
  AreaField,
  CheckField,
  ChoiceField,
  CountField,
  DayField,
  FindField,
  KeyField,
  MomentField,
  MoneyField,
  PartField,
  PartsField,
  PickField,
  PicksField,
  TextField,
  TickField,
} from './fields/fields.js';
export { ScanField, UploadField } from './fields/scan-field.js';
export { fieldsOfInput, joined } from './fields/field-table.js';
export { EndField } from './fields/end-field.js';
export { formOf, inPageOrder, sectionsOf } from './fields/form-of.js';
export { calledIn, type Said, saidOf } from './fields/said-of.js';
export { Finders, type Found, type Sought } from './finders/finders.service.js';
export { refuseFaults, Scans } from './acts/scans.service.js';
export { type Filled, type Heard, type Sound, hear, isFaulty, refuseHeard, right } from './fields/sound.js';
export { type Typed, filled, leavesOf, typedOf } from './fields/typed.js';
export { type FormAct, type FormField, field, formAct } from './form-fields.js';
