import { expect, test } from "vitest";
import { localTarget } from "../../src/extract/local-places.ts";

test.each([
  ["file:///C:/Users/zhang/a.doc"],
  ["\\\\fs01\\share\\a.doc"],
  ["D:\\公文\\a.doc"],
  ["/D:/a.doc"],
  ["/home/zhang/a.odt"],
  ["http://10.0.0.8/x"],
  ["http://172.16.3.4:8080/"],
  ["http://oa/list"],
  ["ftp://user@fileserver/x"],
])("%s tells of this machine or an internal network", (address) => {
  expect(localTarget(address)).toBe(address);
});

test.each([
  ["https://www.gov.cn/"],
  ["mailto:a@b.cn"],
  ["http://172.32.0.1/"],
  ["图.png"],
  ["#目录"],
  ["http://8.8.8.8/"],
])("%s does not", (address) => {
  expect(localTarget(address)).toBeNull();
});
