// Who works in practice: invented, and the same for everybody, so that a practice report can be recognised as one.
export const PRACTICE_PROFILE = {
  operator: { name: '示例数据运营有限公司', uscc: '91230299MA1DEM0K0P' },
  reviewer: '林审一',
  suite: 'sm2',
} as const;
