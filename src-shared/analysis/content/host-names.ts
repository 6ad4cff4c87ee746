// Names by which an address is judged: endings, and services by the country their machines stand in. Lists of words; the judging is in hosts.ts.

const words = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

/** What a schema, a vocabulary, a licence or a placeholder is called by; nobody goes there. */
export const NAMESPACES: readonly string[] = words(`
  w3.org openxmlformats.org schemas.microsoft.com purl.org purl.oclc.org ns.adobe.com json-schema.org xmlsoap.org opengis.net
  schema.org spec.openapis.org swagger.io xmlns.com docbook.org java.sun.com xmlns.jcp.org maven.apache.org springframework.org
  mybatis.org hibernate.org geojson.org openoffice.org oasis-open.org example.com example.org example.net apache.org gnu.org
  opensource.org creativecommons.org
`);

/** RFC 2606 and 6761. */
export const RESERVED_ENDINGS: ReadonlySet<string> = new Set(
  words(`
  example test invalid localhost
`),
);

/** Endings that no public name has. */
export const INTERNAL_ENDINGS: ReadonlySet<string> = new Set(
  words(`
  local internal intranet lan corp home localdomain cluster
`),
);

/** Run in the country, with their spelling in ASCII. */
export const DOMESTIC_ENDINGS: ReadonlySet<string> = new Set(
  words(`
  cn 中国 中國 公司 网络 網絡 公益 政务 网址 xn--fiqs8s xn--fiqz9s xn--55qx5d xn--io0a7i xn--55qw42g xn--zfr164b xn--ses554g
`),
);

/** Endings of countries that are sold to anybody; they say nothing about the ground. */
export const OPEN_ENDINGS: ReadonlySet<string> = new Set(
  words(`
  io co ai me tv cc la ws so to gg sh fm ly im vc pw is
`),
);

/** Besides every other ending of two letters. */
export const FOREIGN_ENDINGS: ReadonlySet<string> = new Set(
  words(`
  gov mil edu eu asia amazon google goog microsoft azure aws
`),
);

/** Services whose machines stand abroad. */
export const FOREIGN: readonly string[] = words(`
  amazonaws.com amazon.com cloudfront.net awsstatic.com azure.com windows.net azurewebsites.net azure-api.net azureedge.net
  microsoft.com office.com sharepoint.com live.com google.com googleapis.com googleusercontent.com gstatic.com
  googletagmanager.com google-analytics.com firebaseio.com appspot.com github.com githubusercontent.com github.io gitlab.com
  bitbucket.org huggingface.co docker.io docker.com herokuapp.com vercel.app netlify.app cloudflare.com workers.dev pages.dev
  ngrok.io ngrok.app dropbox.com slack.com telegram.org t.me discord.com facebook.com twitter.com x.com youtube.com openai.com
  digitaloceanspaces.com ondigitalocean.app oraclecloud.com ibm.com salesforce.com snowflakecomputing.com databricks.com
  mongodb.net jsdelivr.net unpkg.com npmjs.org npmjs.com pypi.org pythonhosted.org openstreetmap.org mapbox.com arcgis.com
  sentry.io wasabisys.com backblazeb2.com linode.com vultr.com
`);

/** Services of this country that do not show it in their ending. */
export const DOMESTIC: readonly string[] = words(`
  qq.com weixin.com wechat.com baidu.com bdstatic.com bcebos.com baidubce.com amap.com autonavi.com aliyun.com aliyuncs.com
  alicdn.com alipay.com taobao.com tmall.com jd.com 163.com 126.com netease.com sina.com weibo.com sohu.com huawei.com
  huaweicloud.com myhuaweicloud.com myqcloud.com qcloud.com tencent.com volces.com volcengine.com ksyuncs.com ctyun.com gitee.com
  xinhuanet.com unionpay.com 95516.com tianditu.com dingtalk.com bilibili.com zhihu.com csdn.net
`);
