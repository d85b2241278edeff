/** How people say that there is none of what they were asked for. */
export const none =
  /^(?:暂?无|(?:暂时)?没有|不存在)(?:任何|权属|边界|上述|[、和或])*(?:争议|纠纷|租约|出租|失信|诉讼|记录|情况|[、和或])*[\u3002.]?$/;
