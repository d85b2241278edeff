/** How paying all at once is called, by the wizard or by a program in words of its own. */
export const atOnce = /^一次(性)?(付清|支付|付款|交清|缴清)/;
