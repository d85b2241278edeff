/** What is read aloud to the person before anything is done in their name; kept with the assistance. */
export const readAloudText = [
  '您好。今天由我代您在农村产权流转交易平台上办事。',
  '办什么、填什么，我都念给您听，您说对了我再交。',
  '您可以随时说不办了。同意转出土地，要每个共有人自己来说，我不能替别人说。',
  '我不会问您的密码。办完给您一张回执。',
].join('');

/** 《个人信息保护法》第十七条: what is read from the card and why. */
export const privacyText = '读身份证只为核对是您本人。号码加密保存，公示和别人都看不到。';
