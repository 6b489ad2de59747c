import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { addressOf, deviceOf, originOf } from './edge'

function requestWith(headers: Record<string, string>) {
  const request = new IncomingMessage(new Socket())
  Object.assign(request.headers, headers)
  return request
}

describe('where links lead', () => {
  const lan = 'http://10.0.0.7:3000'
  const from = (host: string, { trusted = false, proto = 'https' } = {}) =>
    originOf(requestWith({ host, 'x-forwarded-proto': proto }), lan, trusted)

  it('is the address the caller used', () => {
    expect(from('sanliang.example.cn')).toBe('http://sanliang.example.cn')
    expect(from('10.0.0.9:3000')).toBe('http://10.0.0.9:3000')
    expect(from('[fe80::1]:3000')).toBe('http://[fe80::1]:3000')
  })

  it('is this machine’s address on the network where the caller came by localhost', () => {
    for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'localhost']) expect(from(host)).toBe(lan)
    expect(originOf(requestWith({ host: 'localhost:3000' }), undefined, false)).toBe('http://localhost:3000')
  })

  it('is secure behind a proxy that says so and is trusted', () => {
    expect(from('sanliang.example.cn', { trusted: true })).toBe('https://sanliang.example.cn')
    expect(from('sanliang.example.cn', { trusted: true, proto: 'http' })).toBe('http://sanliang.example.cn')
    expect(from('sanliang.example.cn', { trusted: false })).toBe('http://sanliang.example.cn')
  })

  it.each(['evil.cn/path', 'user@evil.cn', 'evil.cn"><script>', 'evil cn', 'evil.cn:99999999', ''])('is never made from %j', (host) => {
    expect(from(host)).toBe(lan)
  })
})

describe('the caller’s address', () => {
  it('is that of the connection, unless a trusted proxy names another', () => {
    const request = requestWith({ 'x-forwarded-for': '198.51.100.7, 10.0.0.1' })
    Object.defineProperty(request.socket, 'remoteAddress', { value: '10.0.0.1' })
    expect(addressOf(request, false)).toBe('10.0.0.1')
    expect(addressOf(request, true)).toBe('198.51.100.7')
    delete request.headers['x-forwarded-for']
    expect(addressOf(request, true)).toBe('10.0.0.1')
  })
})

it.each([
  ['微信', 'Mozilla/5.0 (Linux; Android 14; V2241A) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.47'],
  ['iPhone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 Version/17.4 Mobile/15E148 Safari/604.1'],
  ['鸿蒙手机', 'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114.0 Safari/537.36 ArkWeb/4.1 Mobile'],
  ['安卓手机', 'Mozilla/5.0 (Linux; Android 13; M2012K11AC) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36'],
  ['Windows 电脑', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36'],
  ['Mac 电脑', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.0 Safari/605.1.15'],
  ['Linux 电脑', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36'],
  ['其他设备', 'curl/8.5.0'],
  ['其他设备', undefined],
])('calls a device %s', (name, userAgent) => {
  expect(deviceOf(userAgent)).toBe(name)
})
