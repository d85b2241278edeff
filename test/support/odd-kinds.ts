const marks = ["mark'; DROP TABLE transfer; --", '<b>mark</b>'];

/** Values of every type that JSON knows, marked so that they are found where they leak. */
export const kinds = {
  true: true,
  'a number': -7e300,
  'a text': marks[0],
  markup: marks[1],
  'a list': [marks[0], { mark: 1 }],
  'a list of lists': [[[]]],
  'a map': { mark: marks[0], constructorOf: {} },
  nothing: null,
};
