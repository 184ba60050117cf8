'use client'

import { useEffect, useRef } from 'react'

/**
 * Runs at once, or after the pointer that is pressed right now is released: a sentence that appears between press and
 * release would push the button away from under the pointer, and the click would be lost.
 */
export function useAfterPress() {
  const pressed = useRef(false)
  useEffect(() => {
    const down = () => (pressed.current = true)
    const up = () => (pressed.current = false)
    window.addEventListener('pointerdown', down, true)
    window.addEventListener('pointerup', up, true)
    window.addEventListener('pointercancel', up, true)
    return () => {
      window.removeEventListener('pointerdown', down, true)
      window.removeEventListener('pointerup', up, true)
      window.removeEventListener('pointercancel', up, true)
    }
  }, [])
  return (act: () => void) => {
    if (pressed.current) window.addEventListener('pointerup', () => setTimeout(act), { once: true })
    else act()
  }
}
