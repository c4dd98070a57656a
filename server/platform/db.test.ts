import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../testing/database.ts'
import { type Actor, as, asNobody, type Tx } from './db.ts'

const database = await openTestDatabase()
afterAll(() => database[Symbol.asyncDispose]())

const paser: Actor = { region: '64.01', reach: 'region' }
const bontang: Actor = { region: '64.74', reach: 'region' }
const health: Actor = { region: '64.01', reach: 'agency', agency: 'dinkes' }

/** One row of every table, all of them in Paser. */
await sql`
  insert into region (region_id, slug, name_id, name_en, kind, zone) values
    ('64.01', 'paser', 'Kabupaten Paser', 'Paser Regency', 'regency', 'Asia/Makassar'),
    ('64.74', 'bontang', 'Kota Bontang', 'City of Bontang', 'city', 'Asia/Makassar');
  insert into region_setting (region_id, name, value) values ('64.01', 'placement', '"nearest"');
  insert into district values ('64.01', '64.01.01', 'Batu Sopang');
  insert into village values ('64.01', '64.01.01.2001', '64.01.01', 'Songka');
  insert into calendar_day (region_id, day, kind, name) values ('64.01', '2021-08-17', 'holiday', 'Kemerdekaan');
  insert into season (region_id, name) values ('64.01', 'ramadan');
  insert into event (region_id, actor, kind, subject) values ('64.01', 'test', 'tested', 'x');
  insert into unit_version (region_id, unit_id, name, kind) values ('64.01', 'dinkes', 'Dinas Kesehatan', 'agency');
  insert into employee values ('64.01', 'e1'), ('64.01', 'e2');
  insert into employee_version (region_id, employee_id, name, employment, unit_id, position, echelon, job) values
    ('64.01', 'e1', 'Ani', 'pns', 'dinkes/p2p', 'staf', 'none', 'executor'),
    ('64.01', 'e2', 'Budi', 'pns', 'dlh', 'staf', 'none', 'executor');
  insert into acting_post (region_id, employee_id, position, kind) values
    ('64.01', 'e1', 'kepala_dinas', 'plt'), ('64.01', 'e2', 'kepala_dinas', 'plt');
  insert into receipt_key (region_id) values ('64.01');
  insert into attribute (region_id, employee_id, attribute, value) values
    ('64.01', 'e1', 'vaccinated', 'yes'), ('64.01', 'e2', 'vaccinated', 'yes');
  insert into leave (region_id, employee_id, kind) values ('64.01', 'e1', 'annual'), ('64.01', 'e2', 'annual');
  insert into letter (region_id, employee_id, letter) values
    ('64.01', 'e1', 'surat_tugas'), ('64.01', 'e2', 'surat_tugas');
  insert into status (region_id, status, subject, value) values ('64.01', 'zone', '64.01', 'red');
  insert into declared_event (region_id, type, subject, starts_on) values ('64.01', 'flood', '64.01', '2021-01-10');
  insert into answer (region_id, circular_id, clause, value, answered_by) values ('64.01', 'c', 'c1', '25', 'test');
  insert into override (region_id, employee_id, day, action, ordered_by) values
    ('64.01', 'e1', '2021-01-11', 'recall', 'test'), ('64.01', 'e2', '2021-01-11', 'recall', 'test');
  insert into health_attribute (region_id, employee_id, attribute, value) values
    ('64.01', 'e1', 'pregnant', 'yes'), ('64.01', 'e2', 'pregnant', 'yes');
  insert into sensitive_read (region_id, subject_id, reader, purpose, fields) values
    ('64.01', 'e1', 'test', 'review', '{pregnant}'), ('64.01', 'e2', 'test', 'review', '{pregnant}');
  insert into circular_version (region_id, circular_id, version, source, sha256, recorded_at, recorded_by, filed_by)
    values ('64.01', 'c', 1, '', '', now(), 'issued_on', 'test');
  insert into reading_answer (region_id, circular_id, question, reading, answered_by)
    values ('64.01', 'c', 'q1', 'r1', 'test');
  insert into roster (region_id, roster_id, version, unit_id, starts_on, ends_on, seed, engine, input_hash, certificate,
    metrics, drawn_by) values ('64.01', '10000000-0000-4000-8000-000000000000', 1, 'dinkes', '2021-01-11',
    '2021-01-15', 1, 'test', '', '{}', '{}', 'test');
  insert into duty (region_id, roster_id, employee_id, day, place, reason, unit_id)
    values ('64.01', '10000000-0000-4000-8000-000000000000', 'e1', '2021-01-11', 'office', 'drawn', 'dinkes');
  insert into service_minimum (region_id, unit_id, service, minimum) values ('64.01', 'dinkes', 'loket', 1);
  insert into case_count (region_id, day, confirmed, recovered, died, in_care, source, recorded_by, recorded_at)
    values ('64.01', '2021-01-05', 4, 2, 1, 1, 'x', 'test', now());
  insert into coverage (region_id, coverage_id, number, day, target_group, target, source, told, told_districts, merged,
      recorded_by, recorded_at) values ('64.01', '10000000-0000-4000-8000-000000000000', 1, '2021-01-20', 'health_workers',
      1630, 'x', 2, 0, '{}', 'test', now());
  insert into coverage_district (region_id, coverage_id, district_code, target)
    select region_id, coverage_id, '64.01.01', 1630 from coverage;
  insert into pilot_site (region_id, site_id, kind, district_code, agency_id, starts_on, proposed, entered_by, entered_at)
    values ('64.01', '10000000-0000-4000-8000-000000000000', 'kecamatan', '64.01.01', 'dinkes', '2021-01-20', true, 'a', now());
  insert into pilot_check (region_id, check_id, site_id, day, met, note, checked_by, checked_at)
    select region_id, site_id, site_id, '2021-01-20', '{masks}', '', 'a', now() from pilot_site;
  insert into ambassador (region_id, ambassador_id, name, description, reason, nominated_by, nominated_at)
    values ('64.01', '10000000-0000-4000-8000-000000000000', 'Ani', 'Pedagang', 'Teladan', 'a', now());
  insert into ambassador_award (region_id, award_id, ambassador_id, month, reason, given_by, given_at)
    select region_id, ambassador_id, ambassador_id, '2021-01-01', 'x', 'a', now() from ambassador;
  insert into escort_team (region_id, team_id, name) values ('64.01', 't1', 'Tim 1');
  insert into account (region_id, account_id, login, employee_id, state) values
    ('64.01', '20000000-0000-4000-8000-000000000000', 'e1-login', 'e1', 'active');
  insert into role_grant (region_id, account_id, role, granted_by) values
    ('64.01', '20000000-0000-4000-8000-000000000000', 'auditor', 'test');
  insert into invitation (region_id, account_id, code_hash, invited_by, expires_at) values
    ('64.01', '20000000-0000-4000-8000-000000000000', '', 'test', now());
  insert into session (region_id, token_hash, account_id, method, begun_at, seen_at, proved_at, expires_at)
    values ('64.01', '', '20000000-0000-4000-8000-000000000000', 'password', now(), now(), now(), now());
  insert into passkey (region_id, credential_id, account_id, public_key, counter, transports, label, registered_at)
    values ('64.01', 'k', '20000000-0000-4000-8000-000000000000', '', 0, '{}', 'Ponsel', now());
  insert into totp (region_id, account_id, secret, last_step, begun_at)
    values ('64.01', '20000000-0000-4000-8000-000000000000', '', 0, now());
  insert into recovery_code (region_id, account_id, code_hash)
    values ('64.01', '20000000-0000-4000-8000-000000000000', '');
  insert into challenge (region_id, challenge, expires_at) values ('64.01', 'c', now());
  insert into sign_on_attempt (region_id, state, nonce, verifier, expires_at) values ('64.01', 's', 'n', 'v', now());
  insert into sign_in_failure values ('64.01', 'e1-login', '', 1, now());
  insert into office_screen (region_id, unit_id, name, token_hash, opened_by, opened_at) values
    ('64.01', 'dinkes', 'Pintu', '', 'a', now());
  insert into machine_token (region_id, name, permissions, token_hash, made_by, made_at, expires_at) values
    ('64.01', 'SIMPEG', '{read-people}', '', 'a', now(), now() + interval '1 day');
  insert into webhook (region_id, webhook_id, address, secret, kinds, made_by, made_at) values
    ('64.01', '20000000-0000-4000-8000-000000000000', 'https://simpeg.contoh.go.id/', 's', '{return-stated}', 'a', now());
  insert into webhook_delivery (region_id, webhook_id, event_id)
    select region_id, '20000000-0000-4000-8000-000000000000', min(id) from event
    where region_id = '64.01' group by region_id;
  insert into fingerprint_machine values
    ('64.01', '20000000-0000-4000-8000-000000000000', 'dinkes', 'Pintu', 'a', now());
  insert into machine_number values
    ('64.01', '20000000-0000-4000-8000-000000000000', '101', 'e1', 'a', now());
  insert into fingerprint_file (region_id, machine_id, sha256, content, kept_by, kept_at) values
    ('64.01', '20000000-0000-4000-8000-000000000000', repeat('0', 64), '\\x01', 'a', now());
  insert into fingerprint values
    ('64.01', '2021-01-11', 'e1', '20000000-0000-4000-8000-000000000000', now(), 'in', now()),
    ('64.01', '2021-01-11', 'e2', '20000000-0000-4000-8000-000000000000', now(), 'in', now());
  insert into attendance_return (region_id, day, agency_id, version, return_id, stated_by, acting, stated_at, due_at,
      figures, deviations) values
    ('64.01', '2021-01-11', 'dinkes', 1, gen_random_uuid(), 'a', false, now(), now(), '{}', '[]');
  insert into tpp_band (region_id, band_id, kind, at_least, label, regulation, entered_by, recorded_at) values
    ('64.01', gen_random_uuid(), 'late', 1, 'Terlambat 1', 'Perbup 1', 'a', now());
  insert into day_closing (region_id, day, closed_at, derived_at, revision, people) values
    ('64.01', '2021-01-11', now(), now(), 1, 2);
  insert into day_record (region_id, day, employee_id, version, agency_id, employment, planned, state, standing,
      minutes_late, minutes_early, evidence, open_for, derived_at) values
    ('64.01', '2021-01-11', 'e1', 1, 'dinkes', 'pns', 'office', 'at_office', 'present', 0, 0, 2, '{}', now()),
    ('64.01', '2021-01-11', 'e2', 1, 'dlh', 'pns', 'office', 'at_office', 'present', 0, 0, 2, '{}', now());
  insert into device (region_id, employee_id, device_id, slot, public_key, label, registered_at, usable_from) values
    ('64.01', 'e1', '10000000-0000-4000-8000-000000000000', 1, '\\x01', 'Ponsel', now(), now()),
    ('64.01', 'e2', '20000000-0000-4000-8000-000000000000', 1, '\\x02', 'Ponsel', now(), now());
  insert into check_in (region_id, day, employee_id, check_in_id, device_id, kind, record, sha256, signature, sent_mono,
      sent_wall, sent_session, received_at)
    select region_id, '2021-01-11', employee_id, gen_random_uuid(), device_id, 'in', '{}', '', '', 0, 0, '', now()
    from device;
  insert into check_in_grade (region_id, day, employee_id, check_in_id, signature_holds, anchor_holds)
    select region_id, day, employee_id, check_in_id, true, false from check_in;
  insert into session_challenge (region_id, token_hash, employee_id, device_id, challenge, expires_at) values
    ('64.01', '', 'e1', '10000000-0000-4000-8000-000000000000', 'c', now());
  insert into outage (region_id, cause, starts_at, ends_at) values ('64.01', 'silence', '2021-01-11', '2021-01-12');
  insert into circular_draft (region_id, draft_id, begun_from, source, begun_by, begun_at) values
    ('64.01', gen_random_uuid(), 'text', 'x', 'a', now());
  insert into draft_edit (region_id, draft_id, edit_no, form_id, changes, back, edited_by, edited_at)
    select region_id, draft_id, 1, gen_random_uuid(), '{}', '{}', 'a', now() from circular_draft;
  insert into circular_attention (region_id, circular_id, reason, about, told_at) values
    ('64.01', 'x', 'review', '2021-01-11', now());
  insert into signed_letter (region_id, circular_id, version, draft_id, sha256, content, is_same, signed_by, kept_by, kept_at)
    select one.region_id, one.circular_id, one.version, circular_draft.draft_id, sha256('a'), 'a', false, 'x', 'a', now()
    from circular_version as one join circular_draft using (region_id) limit 1;
  insert into inspection_draw (region_id, draw_id, day, seed, wanted, candidates, drawn_by, drawn_at) values
    ('64.01', '10000000-0000-4000-8000-000000000000', '2021-01-11', 7, 1, '[]', 'a', now());
  insert into inspection (region_id, inspection_id, day, agency_id, reason, planned_by, planned_at) values
    ('64.01', '10000000-0000-4000-8000-000000000000', '2021-01-11', 'dinkes', 'x', 'a', now()),
    ('64.01', '20000000-0000-4000-8000-000000000000', '2021-01-11', 'dlh', 'x', 'a', now());
  insert into inspection_mark (region_id, inspection_id, mark_id, employee_id, kind, note, inspector, marked_at, received_at)
    select region_id, inspection_id, gen_random_uuid(), 'e1', 'found', '', 'a', now(), now() from inspection;
  insert into inspection_photo (region_id, inspection_id, photo_id, sha256, type, content, caption, inspector, taken_at,
      received_at)
    select region_id, inspection_id, gen_random_uuid(), sha256('a'), 'image/png', 'a', '', 'a', now(), now() from inspection;
  insert into inspection_finding (region_id, inspection_id, finding_no, kind, clause, people)
    select region_id, inspection_id, 1, 'not_found', '{c1}', '{e1}' from inspection;
  insert into meeting (region_id, meeting_id, title, aim, mode, place, day, starts_at, ends_at, agenda, planned_by, planned_at)
    values ('64.01', '10000000-0000-4000-8000-000000000000', 'Rapat', 'Sikap', 'room', 'Aula', '2021-01-11', '09:00',
      '10:00', '{Laporan}', 'a', now());
  insert into meeting_participant (region_id, meeting_id, participant_id, position, post, body, added_at)
    select region_id, meeting_id, gen_random_uuid(), 1, 'Wakil', 'Polres', now() from meeting;
  insert into resolution (region_id, meeting_id, resolution_id, position, kind, words, written_by, written_at)
    select region_id, meeting_id, gen_random_uuid(), 1, 'clause', 'x', 'a', now() from meeting;
  insert into meeting_correction (region_id, meeting_id, correction_no, correction_id, words, written_by, written_at)
    select region_id, meeting_id, 1, gen_random_uuid(), 'x', 'a', now() from meeting;
  insert into complaint (region_id, complaint_id, code_hash, number, kind, unit_id, day, words, received_at) values
    ('64.01', '10000000-0000-4000-8000-000000000000', repeat('0', 64), 1, 'closed', 'dinkes', '2021-01-11', 'x', now());
  insert into pulse (region_id, beat_at) values ('64.01', now());
  insert into duty_template (region_id, post, text, entered_by, recorded_at) values
    ('64.01', 'staf', 'Verifikasi berkas', 'test', now());
  insert into report_setting (region_id, agency_id, every, set_by, recorded_at) values
    ('64.01', 'dinkes', 'workday', 'test', now());
  insert into report_file (region_id, employee_id, sha256, type, content, kept_by, kept_at)
    select region_id, employee_id, sha256('x'), 'image/png', 'x', 'test', now() from employee;
  insert into work_report (region_id, employee_id, day, version, report_id, sha256, done, entered_by, channel, late, sent_at)
    select region_id, employee_id, '2021-01-11', 1, gen_random_uuid(), '', 'Selesai', employee_id, 'piket', false, now()
    from employee;
  insert into instruction (region_id, agency_id, text, due_on, channel, given_by, given_at) values
    ('64.01', 'dinkes', 'Susun laporan', '2021-01-12', 'piket', 'e1', now());
  insert into instruction_receiver (region_id, employee_id, instruction_id)
    select region_id, employee_id, instruction_id from employee join instruction using (region_id);
  insert into permit (region_id, permit_id, version, employee_id, kind, starts_on, ends_on, outside, entered_by, asked_at)
    select region_id, gen_random_uuid(), 1, employee_id, 'health', '2021-01-12', '2021-01-13', false, employee_id, now()
    from employee;
  insert into health_claim (region_id, permit_id, version, employee_id, attribute)
    select region_id, permit_id, version, employee_id, 'unwell' from permit;
  insert into activity (region_id, activity_id, agency_id, unit_id, purpose, setting, place, day, starts_at, ends_at,
      registered_by, registered_on, registered_at)
    values ('64.01', gen_random_uuid(), 'dinkes', 'dinkes', 'Vaksinasi', 'office', 'Aula', '2021-01-12', '09:00', '12:00',
      'e1', '2021-01-11', now());
  insert into activity_member (region_id, activity_id, employee_id)
    select region_id, activity_id, employee_id from employee join activity using (region_id);
  insert into activity_step (region_id, activity_id, number, move, made_by, made_at)
    select region_id, activity_id, 1, 'ask', 'e1', now() from activity;
  insert into activity_demand (region_id, activity_id, clause, told_at)
    select region_id, activity_id, 'ppkm/c3', now() from activity;
  insert into escort_team_member (region_id, team_id, account_id, added_by, added_at)
    select region_id, team_id, account_id, 'a', now() from escort_team join account using (region_id);
  insert into escort_team_absence (region_id, team_id, day, reason, stated_by, stated_at)
    select region_id, team_id, '2021-07-12', 'apel', 'a', now() from escort_team;
  insert into escort (region_id, activity_id, team_id, form_id, proposed_by, proposed_at)
    select region_id, activity_id, team_id, gen_random_uuid(), 'a', now() from activity join escort_team using (region_id);
  insert into finding (region_id, finding_id, activity_id, agency_id, unit_id, day, clauses, found_at)
    select region_id, gen_random_uuid(), activity_id, agency_id, unit_id, day, '{ppkm/c3}', now() from activity;
  insert into announcement (region_id, agencies, title, text, announced_by, announced_at) values
    ('64.01', '{}', 'Apel', 'Apel ditiadakan', 'e1', now());
  insert into announcement_receipt (region_id, announcement_id, employee_id, read_at)
    select region_id, announcement_id, employee_id, now() from employee join announcement using (region_id);
  insert into push_key values ('64.01', 'public', 'private');
  insert into push_subscription
    select region_id, sha256(employee_id::bytea), employee_id, 'https://push', 'p', 'a', now() from employee;
  insert into notice_address (region_id, employee_id, mail, stated_at)
    select region_id, employee_id, 'a@example.go.id', now() from employee;
  insert into notice (region_id, kind, subject, agency_id, day, employee_id, due_at, told_by, told_at)
    select region_id, 'recall', 'r', 'dinkes', '2021-01-11', employee_id, now(), 'test', now() from employee;
  insert into delivery (region_id, notice_id, channel, state, changed_at)
    select region_id, notice_id, 'push', 'queued', now() from notice;
  insert into recall (region_id, order_id, day, employee_id, agency_id, reason, clause, place, ordered_by, ordered_as,
      ordered_at, arrive_by_at, noticed_at)
    select region_id, gen_random_uuid(), '2021-01-11', employee_id, 'dinkes', 'meeting', 'c/c1', 'Loket 2', 'test',
      'kepala_dinas', now(), now(), now() from employee;
  insert into service_channel (region_id, channel_id, unit_id, kind, address, stated_by, stated_at) values
    ('64.01', gen_random_uuid(), 'dinkes', 'phone', '112', 'test', now());
  insert into known_place (region_id, place_id, unit_id, kind, name, latitude, longitude, radius, known_by, known_at)
    values ('64.01', gen_random_uuid(), 'dinkes', 'office', 'Gedung A', -1.9, 116.2, 80, 'a', now());
  insert into kiosk_pin (region_id, employee_id, pin_hash, set_by, set_at)
    select region_id, employee_id, '-', 'test', now() from employee;
  insert into paper_list (region_id, list_id, agency_id, day, rows, kept_by, kept_at) values
    ('64.01', '30000000-0000-4000-8000-000000000000', 'dinkes', '2021-01-11', 'x', 'test', now());
  insert into voucher (region_id, day, employee_id, voucher_id, kind, moment, place, at, reason, vouched_by, vouched_at)
    select region_id, '2021-01-11', employee_id, gen_random_uuid(), 'superior_word', 'in', 'office', now(), 'Rusak',
      'test', now() from employee;
  insert into correction (region_id, employee_id, correction_id, day, kind, moment, place, at, reason, asked_at)
    select region_id, employee_id, gen_random_uuid(), '2021-01-11', 'forgot', 'in', 'office', now(), 'Lupa', now()
    from employee;
  insert into correction_decision (region_id, employee_id, correction_id, round, outcome, decided_by, decided_as,
      decided_at)
    select region_id, employee_id, correction_id, 1, 'accepted', 'test', 'head', now() from correction;
  insert into objection (region_id, employee_id, objection_id, kind, day, standing, reason, receipt, seen_receipt, asked_at)
    select region_id, employee_id, gen_random_uuid(), 'roster', '2021-01-11', false, 'Tidak adil', '{}', '{}', now()
    from employee;
  insert into objection_decision (region_id, employee_id, objection_id, round, outcome, reason, decided_by, decided_as,
      decided_at)
    select region_id, employee_id, objection_id, 1, 'refused', 'x', 'test', 'head', now() from objection;
  insert into measure (region_id, measure_id, version, rank, label, regulation, desk, withdrawn, entered_by, entered_at)
    values ('64.01', gen_random_uuid(), 1, 1, 'Teguran lisan', 'Perbup 1/2021', 'head', false, 'test', now());
  insert into case_file (region_id, employee_id, case_id, kind, recall_id, day, agency_id, clauses, words, opened_by,
      opened_at)
    select region_id, employee_id, gen_random_uuid(), 'no_show', recall_id, day, agency_id, '{c/c1}', 'x', 'test', now()
    from recall;
  insert into case_step (region_id, employee_id, case_id, move, words, made_by, made_as, made_at)
    select region_id, employee_id, case_id, 'clarify', 'x', employee_id, 'self', now() from case_file;
  insert into signal_answer (region_id, employee_id, kind, until_day, answer, words, answered_by, answered_at)
    select region_id, employee_id, 'shared_point', '2021-01-11', 'asked', 'Mengapa?', 'test', now() from employee`.execute(
  database.owner,
)

const { rows: tables } = await sql<{ name: string; forced: boolean; policies: number }>`
  select relname as name, relrowsecurity and relforcerowsecurity as forced,
    (select count(*) from pg_policy where polrelid = pg_class.oid) as policies
  from pg_class
  where relkind = 'r' and exists (
    select from pg_attribute where attrelid = pg_class.oid and attname = 'region_id') order by relname`.execute(
  database.owner,
)
const count = async (tx: Tx, table: string) => {
  const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(table)}`.execute(tx)
  return rows[0]?.rows
}

/** The list of regions is public; health opens only to who says what for. */
const closedTables = tables.map(({ name }) => name).filter((name) => name !== 'region')

test('every table of a region forces row security and has a policy', () => {
  expect(tables.length).toBeGreaterThan(20)
  expect(tables.filter(({ forced, policies }) => !forced || policies === 0)).toEqual([])
})

test('every primary key and every index starts with the region', async () => {
  const { rows } = await sql<{ index: string }>`
    select c.relname as index from pg_index i
    join pg_class c on c.oid = i.indexrelid
    join pg_class t on t.oid = i.indrelid and t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
    join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
    where a.attname <> 'region_id' and t.relname <> 'migration'`.execute(database.owner)
  expect(rows).toEqual([{ index: 'region_slug_key' }])
})

test('the role that serves owns nothing and cannot bypass row security', async () => {
  const { rows } = await sql`
    select rolsuper, rolbypassrls, (select count(*) from pg_class where relowner = pg_roles.oid) as owned
    from pg_roles where rolname = current_user and rolname = 'piket_app'`.execute(database.db)
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, owned: 0 }])
})

describe.each(closedTables)('%s', (table) => {
  const purpose = (tx: Tx) => sql`set local piket.purpose = 'review'`.execute(tx)

  test('without a region has no row, also on a connection that had one', async () => {
    await as(database.db, paser, purpose)
    expect(await count(database.db as Tx, table)).toBe(0)
    expect(await asNobody(database.db, (tx) => count(tx, table))).toBe(0)
  })
  test('shows its own region its rows', async () => {
    const seen = await as(database.db, paser, async (tx) => {
      await purpose(tx)
      return count(tx, table)
    })
    expect(seen).toBeGreaterThan(0)
  })
  test('shows another region nothing', async () => {
    const seen = await as(database.db, bontang, async (tx) => {
      await purpose(tx)
      return count(tx, table)
    })
    expect(seen).toBe(0)
  })
})

test('everybody may read the list of regions, and only a region changes itself', async () => {
  expect(await asNobody(database.db, (tx) => count(tx, 'region'))).toBe(2)
  const changed = await as(database.db, bontang, (tx) =>
    tx.updateTable('region').set({ revision: 9 }).where('slug', '=', 'paser').executeTakeFirst(),
  )
  expect(Number(changed.numUpdatedRows)).toBe(0)
})

test('a row for another region is refused', async () => {
  const write = as(database.db, bontang, (tx) =>
    tx.insertInto('employee').values({ region_id: '64.01', employee_id: 'e3' }).execute(),
  )
  await expect(write).rejects.toMatchObject({ code: '42501' })
})

test.each([
  'employee',
  'employee_version',
  'acting_post',
  'attribute',
  'leave',
  'letter',
  'override',
  'health_attribute',
  'sensitive_read',
  'device',
  'check_in',
  'work_report',
  'report_file',
  'instruction_receiver',
  'activity_member',
  'announcement_receipt',
  'check_in_grade',
  'paper_list',
  'voucher',
  'fingerprint',
  'fingerprint_machine',
  'fingerprint_file',
  'machine_number',
  'correction',
  'correction_decision',
  'objection',
  'objection_decision',
  'case_file',
  'case_step',
  'signal_answer',
  'permit',
  'health_claim',
  'push_subscription',
  'notice_address',
  'notice',
  'delivery',
  'recall',
])('a head finds only their own people in %s', async (table) => {
  const seen = await as(database.db, health, async (tx) => {
    await sql`set local piket.purpose = 'review'`.execute(tx)
    return count(tx, table)
  })
  expect(seen).toBe(1)
})

test.each([undefined, '', 'curiosity'])('health rows stay closed when the purpose is %o', async (purpose) => {
  const seen = await as(database.db, paser, async (tx) => {
    if (purpose !== undefined) await sql`set local piket.purpose = ${sql.lit(purpose)}`.execute(tx)
    return count(tx, 'health_attribute')
  })
  expect(seen).toBe(0)
})

test.each([
  'event',
  'webhook',
  'webhook_delivery',
  'fingerprint',
  'fingerprint_file',
  'sensitive_read',
  'duty',
  'circular_version',
  'circular_draft',
  'draft_edit',
  'signed_letter',
  'employee_version',
  'health_attribute',
  'check_in',
  'work_report',
  'report_file',
  'activity',
  'activity_member',
  'activity_step',
  'escort',
  'finding',
  'announcement_receipt',
  'paper_list',
  'voucher',
  'correction',
  'correction_decision',
  'objection',
  'objection_decision',
  'measure',
  'ambassador',
  'ambassador_award',
  'coverage',
  'coverage_district',
  'pilot_site',
  'pilot_check',
  'case_file',
  'case_step',
  'permit',
  'health_claim',
  'notice',
  'delivery',
  'recall',
])('nobody deletes from %s', async (table) => {
  const deletion = as(database.db, paser, (tx) => sql`delete from ${sql.table(table)}`.execute(tx))
  await expect(deletion).rejects.toMatchObject({ code: '42501' })
})

test.each([
  'event',
  'sensitive_read',
  'duty',
  'circular_version',
  'draft_edit',
  'signed_letter',
  'check_in',
  'work_report',
  'report_file',
  'finding',
  'measure',
  'ambassador_award',
  'coverage_district',
  'pilot_check',
  'case_step',
  'permit',
  'health_claim',
])('nobody rewrites %s', async (table) => {
  const rewriting = as(database.db, paser, (tx) => sql`update ${sql.table(table)} set region_id = ''`.execute(tx))
  await expect(rewriting).rejects.toMatchObject({ code: '42501' })
})

test('a setting with a quote and a second statement in it stays a value', async () => {
  const seen = as(database.db, { region: `'; reset role; --`, reach: 'region' }, (tx) => count(tx, 'employee'))
  expect(await seen).toBe(0)
})

test('a connection that breaks in the middle of a transaction fails that transaction and nothing else', async () => {
  const broken = as(database.db, paser, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(database.owner)
    await pause(100)
    return count(tx, 'employee')
  })
  await expect(broken).rejects.toThrow()
  expect(await as(database.db, paser, (tx) => count(tx, 'employee'))).toBe(2)
})
