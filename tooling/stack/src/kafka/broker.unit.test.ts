import { describe, expect, it } from 'vitest'
import { majorVersion } from './java'
import { downloadedMegabytes } from './jars'
import { fillTemplate, serverProperties } from './properties'

describe('majorVersion', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_402"', 8],
    ['openjdk version "25-ea" 2026-03-17', 25],
    ['openjdk version "21" 2023-09-19', 21],
    ['command not found', undefined],
  ])('reads %s', (said, major) => {
    expect(majorVersion(said)).toBe(major)
  })
})

describe('downloadedMegabytes', () => {
  it.each([
    ['[INFO] Downloaded from central: https://repo/zstd-jni.jar (6.7 MB at 60 MB/s)', 6.7],
    ['[INFO] Downloaded from central: https://repo/a.pom (193 kB at 2.7 MB/s)', 0.193],
    ['[INFO] Downloading from central: https://repo/a.pom', 0],
  ])('reads %s', (line, megabytes) => {
    expect(downloadedMegabytes(line)).toBeCloseTo(megabytes, 6)
  })
})

describe('server.properties', () => {
  const settings = { clientPort: 9092, controllerPort: 9093, data: '/tmp/d', adminPassword: 'secret' }

  it('is filled completely', () => {
    const properties = serverProperties(settings).split('\n')
    const settingsOnly = properties.filter((line) => !line.startsWith('#'))
    expect(settingsOnly.filter((line) => /@[A-Z_]+@/.test(line))).toEqual([])
    expect(settingsOnly).toContain('advertised.listeners=CLIENT://127.0.0.1:9092')
  })

  it('keeps the controller, which has no password, on loopback', () => {
    const listeners = serverProperties(settings)
      .split('\n')
      .find((line) => line.startsWith('listeners='))
    expect(listeners).toContain('CONTROLLER://127.0.0.1:9093')
  })

  it('names a value that is missing and one that is not wanted', () => {
    expect(() => fillTemplate('a=@A@', {})).toThrow('wants A')
    expect(() => fillTemplate('a=@A@', { A: '1', B: '2' })).toThrow('no longer uses B')
  })
})
