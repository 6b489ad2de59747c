import type { Generated, Selectable } from 'kysely'
import type { AttendanceFlag, AttendanceState, AttendanceWay, MeetingKind, MeetingState } from '../meetings/contract'
import type { MakeUpState } from '../meetings/make-up-contract'
import type { Choice, MotionKind, MotionState } from '../motions/contract'
import type { PostKind, Standing, UnitKind } from '../organisation/contract'
import type { Channel, DeliveryState, MessageKind, MessageTemplate, WebhookKind } from '../reminders/contract'
import type { ReportKind, ReportState, ReportStep } from '../reports/contract'
import type { Grade, Part, RoundState, Template } from '../reviews/contract'
import type {
  ClaimKind,
  PairingKind,
  PerformanceState,
  PledgeCategory,
  PledgeState,
  ProjectKind,
  ProjectState,
  SubmissionContent,
  SubmissionKind,
  SubmissionState,
  WordKind,
} from '../showcase/contract'
import type { MaterialKind, TaskState } from '../study/contract'
import type { FileType } from './contract'

/** The tables of `migrations/` as TypeScript sees them. */
export interface Schema {
  organisations: { org_id: string; name: string; demo: boolean; created_at: Date }
  organisation_units: { org_id: string; unit_id: string; kind: UnitKind; name: string; parent_id: string | null; created_at: Date }
  organisation_members: {
    org_id: string
    member_id: string
    unit_id: string
    group_id: string | null
    name: string
    standing: Standing
    unable: boolean
    created_at: Date
    erased_at: Date | null
    phone_hash: Generated<string | null>
    phone_masked: Generated<string | null>
    initials: Generated<string | null>
  }
  organisation_posts: { org_id: string; unit_id: string; member_id: string; post: PostKind; since: Date }
  organisation_linked_branches: { org_id: string; member_id: string; unit_id: string; since: Date }
  organisation_credentials: {
    org_id: string
    member_id: string
    login: string
    password_hash: string | null
    activation_hash: string | null
    activation_expires_at: Date | null
    changed_at: Date
  }
  organisation_consents: { org_id: string; member_id: string; purpose: 'location'; given_at: Date; withdrawn_at: Date | null }
  organisation_wechat_bindings: { org_id: string; member_id: string; openid: string; bound_at: Date }
  sessions: {
    org_id: string
    token_hash: string
    session_id: string
    member_id: string
    device: string
    started_at: Date
    expires_at: Date
  }
  roster_imports: {
    org_id: string
    import_id: string
    created_by: string
    created_at: Date
    hash: string
    steps: unknown
    problems: unknown
    warnings: unknown
    total: number
    unchanged: number
    done: Generated<number>
    changed: Generated<number>
    added: Generated<unknown>
    skipped: Generated<unknown>
    finished_at: Date | null
  }
  replies: { org_id: string; actor_id: string; request_id: string; action: string; input_hash: string; reply: unknown; at: Date }
  audit_entries: {
    org_id: string
    entry_id: string
    at: Date
    actor_id: string | null
    action: string
    subject_id: string | null
    detail: unknown
  }
  facts: {
    org_id: string
    fact_id: string
    kind: string
    member_id: string | null
    unit_id: string
    happened_at: Date
    evidence_id: string
    filter: string
    reverses_id: string | null
    reason: string | null
    author_id: string | null
    recorded_at: Date
    quantity: Generated<string | null>
  }
  directory_sign_in_names: { login: string; org_id: string; member_id: string }
  directory_openids: { openid: string; org_id: string; member_id: string }
  directory_phones: { phone_hash: string; org_id: string; member_id: string }
  directory_throttles: { subject: string; failures: number; since: Date }
  files: {
    org_id: string
    file_id: string
    name: string
    type: FileType
    bytes: number
    sha256: string
    place: string | null
    uploaded_by: string | null
    uploaded_at: Date
    loose_since: Date | null
  }
  meetings: {
    org_id: string
    meeting_id: string
    unit_id: string
    kind: MeetingKind
    title: string
    agenda: string
    place: string
    starts_at: Date
    duration_minutes: number
    state: MeetingState
    code_tag: string
    code_secret: string
    opened_at: Date | null
    closed_at: Date | null
    cancel_reason: string | null
    created_by: string | null
    created_at: Date
    recorded_by: Generated<string | null>
    recorded_at: Generated<Date | null>
    series_id: Generated<string | null>
    sign_out: Generated<boolean>
    revision: Generated<number>
  }
  meetings_attachments: { org_id: string; meeting_id: string; file_id: string; attached_by: string; attached_at: Date }
  meetings_attendances: {
    org_id: string
    meeting_id: string
    member_id: string
    state: AttendanceState
    how: AttendanceWay | null
    at: Date | null
    flags: Generated<AttendanceFlag[]>
    counted: boolean
    votes: boolean
    reason: string | null
    request_id: string | null
    frozen: Generated<boolean>
    admitted_by: Generated<string | null>
    changed_at: Date
  }
  meetings_devices: { org_id: string; meeting_id: string; device_hash: string; member_id: string }
  meetings_sign_outs: {
    org_id: string
    meeting_id: string
    member_id: string
    at: Date
    how: 'scan' | 'offline'
    request_id: string
    recorded_at: Date
  }
  meetings_make_ups: {
    org_id: string
    make_up_id: string
    meeting_id: string
    member_id: string
    state: MakeUpState
    instructions: string
    due_at: Date
    set_by: string | null
    set_at: Date
    note: string | null
    handed_in_at: Date | null
    decision: string | null
    decided_by: string | null
    decided_at: Date | null
  }
  meetings_leave_requests: {
    org_id: string
    meeting_id: string
    member_id: string
    reason: string
    state: 'asked' | 'granted' | 'refused' | 'withdrawn'
    asked_at: Date
    decided_at: Date | null
    decided_by: string | null
    decision: string | null
  }
  motions: {
    org_id: string
    motion_id: string
    meeting_id: string
    text: string
    kind: MotionKind
    state: MotionState
    put_by: string | null
    put_at: Date
    opened_at: Generated<Date | null>
    closed_at: Generated<Date | null>
    entitled: Generated<number | null>
    present: Generated<number | null>
    in_favour: Generated<number | null>
    against: Generated<number | null>
    abstained: Generated<number | null>
    passed: Generated<boolean | null>
  }
  motions_votes: { org_id: string; motion_id: string; member_id: string; choice: Choice; at: Date; counted: Generated<boolean> }
  motions_corrections: {
    org_id: string
    correction_id: string
    motion_id: string
    at: Date
    author_id: string
    reason: string
    in_favour: number
    against: number
    abstained: number
  }
  meetings_roll_calls: { org_id: string; meeting_id: string; member_id: string; drawn_at: Date; result: 'here' | 'not-here' | null }
  meetings_records: RecordText & {
    revision: number
    version: number
    chair_id: string | null
    recorder_id: string | null
    saved_by: string | null
    saved_at: Date | null
  }
  meetings_record_versions: RecordText & {
    version: number
    chair_id: string
    recorder_id: string
    reason: string | null
    confirmed_by: string
    confirmed_at: Date
  }
  showcase_submissions: {
    org_id: string
    submission_id: string
    unit_id: string
    member_id: string
    kind: SubmissionKind
    subject_id: string
    content: SubmissionContent
    state: SubmissionState
    submitted_at: Date
    decided_at: Date | null
    decided_by: string | null
    comment: string | null
  }
  showcase_evidence: {
    org_id: string
    subject_id: string
    place: number
    member_id: string
    file_id: string | null
    url: string | null
    title: string
    added_at: Date
  }
  showcase_profiles: {
    org_id: string
    member_id: string
    photo_id: string | null
    introduction: Generated<string>
    joined_on: string | null
    changed_at: Date
  }
  showcase_claims: {
    org_id: string
    claim_id: string
    member_id: string
    kind: ClaimKind
    text: string
    state: 'waiting' | 'confirmed' | 'returned' | 'ended'
    claimed_at: Date
    confirmed_at: Date | null
  }
  showcase_duties: { org_id: string; member_id: string; place: number; text: string; tasks: string[]; set_by: string; set_at: Date }
  showcase_pledges: PledgeText & {
    member_id: string
    unit_id: string
    year: number
    state: PledgeState
    version: Generated<number>
    progress: Generated<number>
    published_at: Date | null
    settled_at: Date | null
    outcome_text: string | null
    /** The subject of the outcome's evidence. */
    outcome_id: string | null
    created_at: Date
    changed_at: Date
  }
  showcase_pledge_versions: PledgeText & { version: number; reason: string | null; approved_by: string; approved_at: Date }
  showcase_pledge_notes: { org_id: string; note_id: string; pledge_id: string; text: string; progress: number; at: Date }
  showcase_performances: {
    org_id: string
    performance_id: string
    member_id: string
    unit_id: string
    year: number
    quarter: number
    pledge_id: string | null
    project_id: string | null
    text: string
    /** A decimal, as text: exact. */
    figure: string | null
    figure_unit: string | null
    state: PerformanceState
    verified_at: Date | null
    created_at: Date
    changed_at: Date
  }
  showcase_projects: {
    org_id: string
    project_id: string
    member_id: string
    unit_id: string
    year: number
    kind: ProjectKind
    name: string
    goal: string
    due_on: string
    state: ProjectState
    result: string | null
    /** The subject of the result's evidence. */
    result_id: string | null
    stop_reason: string | null
    approved_at: Date | null
    settled_at: Date | null
    created_at: Date
    changed_at: Date
  }
  showcase_milestones: {
    org_id: string
    milestone_id: string
    project_id: string
    place: number
    text: string
    due_on: string
    met_at: Date | null
    note: string | null
  }
  showcase_pairings: {
    org_id: string
    pairing_id: string
    member_id: string
    kind: PairingKind
    name: string
    note: string
    project_id: string | null
    since: Date
    ended_at: Date | null
  }
  showcase_cards: { org_id: string; member_id: string; tag: string; open: boolean; changed_at: Date }
  showcase_words: {
    org_id: string
    word_id: string
    member_id: string
    kind: WordKind
    text: string
    state: 'waiting' | 'published' | 'returned' | 'ended'
    left_on: string
    published_at: Date | null
  }
  reviews_rounds: {
    org_id: string
    round_id: string
    unit_id: string
    template: Template
    title: string
    criteria: { name: string; weight: number }[]
    raters: Part[]
    minimum_ballots: number
    comments: boolean
    state: RoundState
    closes_at: Date
    public_key: string | null
    secret_key: string | null
    created_by: string
    created_at: Date
    opened_at: Date | null
    closed_at: Date | null
  }
  reviews_subjects: { org_id: string; round_id: string; subject_id: string; unit_id: string; name: string }
  reviews_raters: { org_id: string; round_id: string; member_id: string; unit_id: string; part: Part }
  reviews_issues: {
    org_id: string
    round_id: string
    member_id: string
    subject_id: string
    part: Part
    blinded: string
    evaluated: string
    proof: string
  }
  reviews_voids: {
    org_id: string
    void_id: string
    round_id: string
    member_id: string
    subject_id: string
    part: Part
    reason: string
    voided_by: string
    voided_at: Date
  }
  reviews_ballots: Ballot & { revision: number }
  reviews_lines: Ballot
  reviews_results: {
    org_id: string
    round_id: string
    subject_id: string
    ballots: number
    issued: number
    score: string | null
    grade: Grade | null
    cap: Grade | null
    cap_reason: string | null
    tallies: unknown
  }
  directory_cards: { tag: string; org_id: string; member_id: string }
  study_tasks: {
    org_id: string
    task_id: string
    unit_id: string
    kind: MaterialKind
    title: string
    text: string
    url: string | null
    file_id: string | null
    meeting_id: string | null
    standings: Standing[]
    posts: PostKind[]
    due_at: Date
    required_minutes: number
    credit_minutes: number
    pass_mark: number | null
    question_count: number | null
    most_attempts: number | null
    state: TaskState
    created_by: string
    created_at: Date
    published_at: Date | null
    withdrawn_at: Date | null
    withdraw_reason: Generated<string | null>
  }
  study_assignments: {
    org_id: string
    task_id: string
    member_id: string
    assigned_at: Date
    seconds: Generated<number>
    last_beat_at: Date | null
    opened_at: Date | null
    best_mark: number | null
    attempts: Generated<number>
    done_at: Date | null
  }
  study_notes: { org_id: string; task_id: string; member_id: string; text: string; revision: number; saved_at: Date }
  reports: {
    org_id: string
    report_id: string
    member_id: string
    unit_id: string
    kind: ReportKind
    period: string
    title: string
    text: string
    revision: number
    state: ReportState
    step: ReportStep | null
    created_at: Date
    saved_at: Date
    submitted_at: Date | null
    settled_at: Date | null
  }
  reports_versions: { org_id: string; report_id: string; version: number; title: string; text: string; submitted_at: Date }
  reports_decisions: {
    org_id: string
    decision_id: string
    report_id: string
    version: number
    step: ReportStep
    decision: 'accepted' | 'returned'
    comment: string | null
    decided_by: string
    decided_at: Date
  }
  reports_attachments: { org_id: string; report_id: string; file_id: string; attached_at: Date }
  reports_fingerprints: { org_id: string; hash: number; report_id: string }
  reports_owed: {
    org_id: string
    owed_id: string
    member_id: string
    kind: ReportKind
    period: string
    due_at: Date
    report_id: string | null
    handed_in_at: Date | null
  }
  reminders_messages: {
    org_id: string
    message_id: string
    member_id: string
    kind: MessageKind
    subject_id: string
    step: string
    due_at: Date
    title: string
    text: string
    at: Date
    read_at: Date | null
    outside_at: Date | null
  }
  reminders_deliveries: {
    org_id: string
    delivery_id: string
    message_id: string
    channel: Channel
    webhook_id: string | null
    state: DeliveryState
    attempts: Generated<number>
    next_at: Date
    claimed_at: Date | null
    finished_at: Date | null
    outcome: string | null
  }
  reminders_webhooks: {
    org_id: string
    webhook_id: string
    unit_id: string
    kind: WebhookKind
    name: string
    url: string
    secret: string | null
    added_by: string
    added_at: Date
    ended_at: Date | null
  }
  reminders_quotas: { org_id: string; member_id: string; template: MessageTemplate; remaining: number; changed_at: Date }
  reminders_quota_entries: {
    org_id: string
    entry_id: string
    member_id: string
    template: MessageTemplate
    change: number
    why: 'granted' | 'sent' | 'refused' | 'uncertain'
    at: Date
  }
  reminders_feeds: { org_id: string; member_id: string; tag_hash: string; whole: Generated<boolean>; made_at: Date }
  directory_feeds: { tag_hash: string; org_id: string; member_id: string }
  directory_jobs: { name: string; due_at: Date; held_until: Date | null; last_error: string | null }
}

/** A whole row of a table, as it is read. */
export type Row<Table extends keyof Schema> = Selectable<Schema[Table]>

interface Ballot {
  org_id: string
  round_id: string
  subject_id: string
  part: Part
  serial: string
  marks: number[]
  comment: string | null
}

interface PledgeText {
  org_id: string
  pledge_id: string
  category: PledgeCategory
  text: string
  measure: string
  target: string
  due_on: string
}

interface RecordText {
  org_id: string
  meeting_id: string
  discussion: string
  resolutions: string[]
}
