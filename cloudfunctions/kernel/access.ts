/**
 * Who may do what: the rules of access, whole, as one table. Nothing ever crosses organisations.
 *
 *   anyone         nobody needs to be signed in
 *   signed-in      whoever is signed in; the action itself only reaches the caller's own things, or what everybody sees
 *   companion      belongs to the branch the unit stands in
 *   participant    is on the list of the meeting
 *   owner          it is about what they show of themselves (三亮)
 *   officer        secretary, deputy, organisation, publicity or discipline of the unit, or of the branch above a group
 *   secretary      secretary or deputy of the unit, or of the branch above a group
 *   group-leader   leads this very group
 *   superior       such an officer of a committee or general branch above it; reads only, and nothing about single people
 *   linked-leader  has this branch to visit (联系支部); reads only
 *   administrator  sets the organisation up; sees no ballot and no draft
 */
export type Relation =
  | 'anyone'
  | 'signed-in'
  | 'companion'
  | 'participant'
  | 'owner'
  | 'officer'
  | 'secretary'
  | 'superior'
  | 'group-leader'
  | 'linked-leader'
  | 'administrator'

const table = `
  organisation.welcome              anyone
  organisation.signIn               anyone
  organisation.activate             anyone
  organisation.signInByWechat       anyone
  organisation.bindByPhone          anyone
  organisation.bindWechat           signed-in
  organisation.unbindWechat         signed-in
  organisation.wechatBinding        signed-in
  organisation.signOut              signed-in
  organisation.me                   signed-in
  organisation.sessions             signed-in
  organisation.endSession           signed-in
  organisation.changePassword       signed-in
  organisation.giveConsent          signed-in
  organisation.withdrawConsent      signed-in
  organisation.exportMyData         signed-in
  organisation.eraseMyData          signed-in
  organisation.units                signed-in
  organisation.members              companion officer group-leader linked-leader administrator
  organisation.people               officer administrator
  organisation.person               officer administrator
  organisation.addUnit              administrator
  organisation.renameUnit           administrator
  organisation.addMember            officer administrator
  organisation.changeMember         officer administrator
  organisation.issueActivationCode  officer administrator
  organisation.givePost             administrator
  organisation.endPost              administrator
  organisation.linkBranch           administrator
  organisation.unlinkBranch         administrator
  organisation.auditTrail           administrator

  files.upload                      signed-in
  files.takeOver                    signed-in
  files.links                       signed-in

  roster.template                   administrator
  roster.previewImport              administrator
  roster.importLines                administrator
  roster.confirmImport              administrator
  roster.issueCodes                 administrator
  roster.exportUnit                 officer administrator
  roster.exportAll                  administrator

  meetings.mine                     signed-in
  meetings.checkIn                  signed-in
  meetings.list                     companion officer superior group-leader linked-leader administrator
  meetings.meeting                  companion participant officer superior group-leader linked-leader administrator
  meetings.series                   companion participant officer superior group-leader linked-leader administrator
  meetings.calendar                 companion participant officer superior group-leader linked-leader administrator
  meetings.attachments              companion participant officer superior group-leader linked-leader administrator
  meetings.attach                   officer group-leader
  meetings.detach                   officer group-leader
  meetings.askLeave                 participant
  meetings.withdrawLeave            participant
  meetings.attendance               officer group-leader linked-leader administrator
  meetings.schedule                 officer group-leader
  meetings.scheduleSeries           officer group-leader
  meetings.reschedule               officer group-leader
  meetings.cancel                   officer group-leader
  meetings.open                     officer group-leader
  meetings.close                    officer group-leader
  meetings.code                     officer group-leader
  meetings.recordAttendance         officer group-leader
  meetings.invite                   officer group-leader
  meetings.uninvite                 officer group-leader
  meetings.decideLeave              officer group-leader
  meetings.rollCall                 officer group-leader
  meetings.drawRollCall             officer group-leader
  meetings.answerRollCall           officer group-leader
  meetings.settleFlags              officer group-leader
  meetings.lineHistory              officer group-leader
  meetings.record                   companion participant officer group-leader linked-leader administrator
  meetings.saveRecord               officer group-leader
  meetings.discardRecord            officer group-leader
  meetings.confirmRecord            secretary group-leader
  meetings.previewPast              officer group-leader
  meetings.recordPast               officer group-leader
  meetings.setSignOut               officer group-leader
  meetings.signOutCode              officer group-leader
  meetings.setMakeUp                officer group-leader
  meetings.makeUps                  officer group-leader
  meetings.decideMakeUp             officer group-leader
  meetings.handInMakeUp             participant
  meetings.myMakeUps                signed-in
  meetings.cadence                  officer superior linked-leader administrator
  meetings.cadenceBoard             officer superior linked-leader administrator
  meetings.admit                    officer group-leader

  motions.list                      companion participant officer group-leader linked-leader administrator
  motions.vote                      participant
  motions.votes                     participant officer group-leader linked-leader administrator
  motions.put                       officer group-leader
  motions.withdraw                  officer group-leader
  motions.open                      officer group-leader
  motions.close                     officer group-leader
  motions.correct                   officer group-leader

  showcase.savePerformance          owner
  showcase.submitPerformance        owner
  showcase.discardPerformance       owner
  showcase.performances             signed-in
  showcase.performance              signed-in
  showcase.performanceSubjects      signed-in
  showcase.identity                 signed-in
  showcase.saveProfile              signed-in
  showcase.setPhoto                 signed-in
  showcase.claim                    signed-in
  showcase.endClaim                 owner
  showcase.setDuties                officer
  showcase.wall                     signed-in
  showcase.takeBack                 owner
  showcase.draftPledge              owner
  showcase.discardPledge            owner
  showcase.proposePledge            owner
  showcase.revisePledge             owner
  showcase.notePledge               owner
  showcase.reportOutcome            owner
  showcase.pledges                  signed-in
  showcase.pledge                   signed-in
  showcase.duePledges               signed-in
  showcase.revoke                   officer
  showcase.projects                 signed-in
  showcase.project                  signed-in
  showcase.saveProject              owner
  showcase.discardProject           owner
  showcase.proposeProject           owner
  showcase.meetMilestone            owner
  showcase.reportResult             owner
  showcase.stopProject              owner
  showcase.pairings                 signed-in
  showcase.addPairing               owner
  showcase.endPairing               owner
  showcase.setCard                  signed-in
  showcase.renewCard                signed-in
  showcase.myCard                   signed-in
  showcase.words                    signed-in
  showcase.publicCard               anyone
  showcase.leaveWord                anyone

  reviews.rounds                    signed-in
  reviews.round                     participant officer
  reviews.issue                     participant
  reviews.results                   participant officer
  reviews.export                    participant officer
  reviews.createRound               officer
  reviews.changeRound               officer
  reviews.discardRound              officer
  reviews.open                      officer
  reviews.extend                    officer
  reviews.issued                    officer
  reviews.void                      officer
  reviews.close                     officer

  duties.mine                       signed-in
  duties.overdueBoard               officer superior group-leader linked-leader
  duties.overdue                    officer group-leader

  reminders.messages                signed-in
  reminders.unread                  signed-in
  reminders.read                    signed-in
  reminders.readAll                 signed-in
  reminders.feed                    signed-in
  reminders.makeFeed                signed-in
  reminders.endFeed                 signed-in

  study.mine                        signed-in
  study.task                        participant officer superior administrator
  study.beat                        participant
  study.saveNote                    participant
  study.saveTask                    officer
  study.discardTask                 officer
  study.publish                     officer
  study.withdraw                    officer
  study.tasks                       officer superior group-leader linked-leader administrator
  study.progress                    officer superior group-leader linked-leader administrator
  study.people                      officer group-leader linked-leader administrator
  study.hours                       officer group-leader linked-leader administrator

  approvals.waiting                 officer group-leader
  approvals.count                   signed-in
  approvals.decide                  officer group-leader
`

export const access: ReadonlyMap<string, ReadonlySet<Relation>> = new Map(
  table
    .trim()
    .split('\n')
    .filter((row) => row.trim())
    .map((row) => {
      const [action = '', ...relations] = row.trim().split(/\s+/)
      return [action, new Set(relations as Relation[])]
    }),
)
