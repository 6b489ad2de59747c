/** Packages that ship no CommonJS, or load themselves with `import()`, which jest's modules do not know. */
const toTransform = [
  ...['@noble/curves', '@noble/hashes', 'qr', 'uuid', '@electric-sql/pglite'],
  ...['file-type', 'strtok3', 'token-types', 'uint8array-extras', '@tokenizer/inflate', '@borewit/text-codec'],
]

const shared = {
  rootDir: __dirname,
  transform: {
    '\\.[jt]sx?$|\\.cjs$': [
      'babel-jest',
      {
        configFile: false,
        babelrc: false,
        compact: false,
        presets: [
          [require.resolve('@babel/preset-env'), { targets: { node: '20' } }],
          [require.resolve('@babel/preset-react'), { runtime: 'automatic' }],
          require.resolve('@babel/preset-typescript'),
        ],
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${toTransform.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
}

module.exports = {
  // The embedded database takes seconds to start on a busy machine.
  testTimeout: 60_000,
  // On two cores jest would use one of them.
  maxWorkers: 2,
  projects: [
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/cloudfunctions/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'components',
      testEnvironment: 'jsdom',
      setupFiles: ['<rootDir>/cloudfunctions/testing/browser.ts'],
      setupFilesAfterEnv: ['<rootDir>/src/test/each-test.ts'],
      testMatch: ['<rootDir>/src/**/*.test.ts?(x)'],
      // Taro's own rule: the platform's file goes before the common one.
      moduleFileExtensions: ['h5.ts', 'h5.tsx', 'tsx', 'ts', 'js', 'json'],
      moduleNameMapper: {
        '^@tarojs/taro$': '<rootDir>/src/test/taro.ts',
        '^@tarojs/components$': '<rootDir>/src/test/components.tsx',
        '^taro-ui$': '<rootDir>/src/test/taro-ui.tsx',
        '\\.scss$': '<rootDir>/src/test/style.ts',
      },
    },
  ],
}
