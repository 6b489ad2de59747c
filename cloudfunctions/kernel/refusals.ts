/** Every code the product refuses with, and what it says to a person: what happened, then what to do next. */
export const refusals = {
  // envelope codes, each with a status of its own
  INVALID_INPUT: '填写的内容有误，请检查后再提交',
  NOT_SIGNED_IN: '请先登录',
  NOT_ALLOWED: '您没有这项操作的权限，如有需要请联系支部书记',
  NOT_FOUND: '没有找到，可能已被移除',
  CONFLICT: '内容已被更新，请刷新后再试',
  TOO_LARGE: '内容过大，请精简后再提交',
  TOO_MANY_REQUESTS: '操作过于频繁，请稍后再试',
  INTERNAL: '服务暂时出现问题，请稍后再试',
  // organisation
  WRONG_CREDENTIALS: '用户名或密码不正确，请核对后再试',
  ACTIVATION_REQUIRED: '首次登录请使用激活码，激活码由支部书记发放',
  ACTIVATION_INVALID: '激活码不正确或已过期，请向支部书记重新领取',
  LOGIN_TAKEN: '这个用户名已被使用，请换一个',
  DEMO_ONLY: '演示组织不能进行这项操作',
  WRONG_PARENT: '上级组织不合适：党小组属于支部，支部属于党委或党总支',
  POST_UNSUITABLE: '这个职务不能设在该组织，请重新选择',
  LAST_ADMINISTRATOR: '这是最后一位管理员，请先指定另一位',
  // WeChat
  WECHAT_ONLY: '请在微信小程序里进行这项操作',
  NOT_BOUND: '这个微信还没有绑定，请用手机号或用户名登录一次',
  PHONE_UNCONFIRMED: '微信没有确认手机号，请再点一次',
  PHONE_UNKNOWN: '名册里没有这个手机号，请联系支部书记登记，或用用户名登录',
  PHONE_AMBIGUOUS: '这个手机号登记在不止一个组织，请用用户名登录',
  WECHAT_SILENT: '微信暂时没有回应，请稍后再试',
  // meetings
  CODE_EXPIRED: '这个签到码已过期，请对准大屏幕重新扫一次',
  CODE_INVALID: '这不是有效的签到码，请扫描会场大屏幕上的二维码',
  MEETING_NOT_OPEN: '会议还没有开始签到，请稍候再扫',
  MEETING_CANCELLED: '这次会议已取消，请留意新的通知',
  NOT_INVITED: '您不在这次会议的应到名单中，请与支部书记确认',
  ALREADY_CLOSED: '签到已经结束，请联系支部书记登记',
  ALREADY_OPEN: '会议已经开始签到',
  LEAVE_CLOSED: '会议已开始，不能再请假，请联系支部书记登记',
  ALREADY_CHECKED_IN: '本次会议已经签到',
  NOTHING_TO_DECIDE: '没有需要处理的事项，可能已经处理过，请刷新后查看',
  NO_GROUP: '党小组会请选择一个党小组',
  NOT_CHECKED_IN: '您还没有签到，签退没有记录，请先扫签到码或联系支部书记登记',
  SIGN_OUT_OFF: '这次会议不用签退，可以直接离开，如有疑问请联系支部书记',
  SIGN_OUT_CLOSED: '签退已经结束，如需说明请联系支部书记',
  MEETING_NOT_CLOSED: '会议还没有结束，请在结束签到后再安排补课',
  NOBODY_MISSED: '没有需要补课的同志，请核对出席情况',
  NOTHING_OWED: '没有待完成的补课，可能已经通过或撤销，请刷新后查看',
  NOT_A_BRANCH: '三会一课按党支部查看，请选择一个党支部',
  HAS_CHECK_INS: '这位同志已经签到，不能移出名单，请改为更正记录',
  RECORD_TOO_EARLY: '会议开始签到后才能写记录',
  RECORD_CHANGED: '这份记录在别处有了新的内容，请先查看再继续',
  RECORD_BEFORE_CLOSE: '签到还没有结束，请先结束签到，再确认记录',
  ATTENDANCE_CHANGED: '出席名单刚刚有更正，请核对后再确认',
  NOT_OVER_YET: '会议还没有结束，请安排会议并现场签到',
  TOO_LONG_AGO: '只能补录一年以内的会议，更早的请查阅纸质台账',
  SAME_MEETING: '这段时间已经有一次同类会议，请核对是否重复',
  // files
  FILE_MISSING: '没有收到完整的文件，请重新选择后再上传',
  FILE_TYPE_REFUSED: '这种文件不能上传，请选择图片（jpg、png、webp）、PDF、Word、Excel、PPT 或 mp4 视频',
  FILE_TOO_MANY: '您上传后还没有使用的文件过多，请明天再试',
} as const

export type RefusalCode = keyof typeof refusals

const statusByCode: Partial<Record<RefusalCode, number>> = {
  INVALID_INPUT: 400,
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
}

/** HTTP status of a code; every code that is not part of the envelope is a named refusal, 422. */
export const statusOf = (code: RefusalCode) => statusByCode[code] ?? 422
