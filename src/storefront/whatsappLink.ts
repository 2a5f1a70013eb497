/** `https://wa.me/62…?text=…`; the text is only a draft, the customer still presses send. */
export const whatsappLink = (args: { number: string; text: string }): string =>
  `https://wa.me/${args.number.replaceAll(/\D/g, '')}?text=${encodeURIComponent(args.text)}`
