/** Channels over which Piket sends itself. */
export const sentChannels = ['push', 'mail'] as const
/** Every way to tell somebody; over the last two people do it themselves. */
export const noticeChannels = [...sentChannels, 'whatsapp', 'phone'] as const
export type NoticeChannel = (typeof noticeChannels)[number]
