/// Brings something into sight within its own scrolled box, and moves nothing around that box.
const ABOVE_PX = 80

export function reveal(element: HTMLElement | null | undefined): void {
  if (!element) return
  const box = element.closest<HTMLElement>('.el-drawer__body')
  if (box) {
    box.scrollTop += element.getBoundingClientRect().top - box.getBoundingClientRect().top - ABOVE_PX
    return
  }
  window.scrollTo({ top: window.scrollY + element.getBoundingClientRect().top - ABOVE_PX })
}
