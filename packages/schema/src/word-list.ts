import { z } from 'zod'

/** An enumeration with its Chinese words, declared once; labels, forms, Excel columns and documents read it. */
export function vocabulary<const Labels extends Record<string, string>>(title: string, labels: Labels) {
  type Word = Extract<keyof Labels, string>
  const words = Object.keys(labels).filter((word): word is Word => word in labels)
  return {
    words,
    labels,
    schema: z.enum(words).meta({
      title,
      description: Object.entries(labels)
        .map(([word, label]) => `${word} ${label}`)
        .join(', '),
    }),
  }
}
