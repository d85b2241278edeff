/** What the desk calls a certificate. */
export const certificateWork = '证书';
