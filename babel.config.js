// browserslist in package.json is the target: BigInt's `**` must stay as it is.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false }]],
}
