/// Copies a text. Without TLS, as in many an intranet, browsers offer no clipboard to pages; there a selection is copied.
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  const box = document.createElement('textarea')
  box.value = text
  box.className = 'visually-hidden'
  document.body.append(box)
  box.select()
  document.execCommand('copy')
  box.remove()
}
