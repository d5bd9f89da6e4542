#include "core/clause/lexicon.hpp"

#include "core/clause/word_table.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

namespace heng::clause {

namespace {

/// One meaning and its words, parted by blanks.
struct Entry {
    Role role;
    std::uint8_t detail;
    std::u32string_view words;
};

constexpr Entry entries[] = {
    // Signs.
    {Role::comma, 0, U","},
    {Role::stop, 0, U"; 。 ? \n"},
    {Role::pause, 0, U"、"},
    {Role::colon, 0, U":"},
    {Role::open, 0, U"("},
    {Role::close, 0, U")"},
    {Role::quote_open, 0, U"“"},
    {Role::quote_close, 0, U"”"},
    {Role::slash, 0, U"/"},
    {Role::dash, 0, U"- --"},
    {Role::plus, 0, U"+"},
    {Role::numbering, 0, U"① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪ ⑫ ⑬ ⑭ ⑮ ⑯ ⑰ ⑱ ⑲ ⑳"},

    // Amounts. 加 and 减 are amounts only before a score, which the amount rule sees to.
    {Role::deduct, 0,
     U"扣 扣除 扣减 扣罚 扣掉 扣去 扣分 扣分值 倒扣 加扣 加扣分 另扣 再扣 减扣 减 减去 减分 减掉 "
     U"核减 核扣 扣减分 扣考核分 罚扣 扣记 记扣 计扣 减记 减计 扣减分值 罚分 减扣分 累加扣 "
     U"累加扣分"},
    {Role::award, 0,
     U"加 加分 加计 加记 另加 再加 追加 附加 奖 奖分 奖励 奖励分 奖加 加奖 额外加 奖励加分 "
     U"增加分 给予加分 加分值"},
    {Role::gain, 0, U"得 计 记 计算 得分 计分 记分 赋 赋分 评分 计得 可得 各得 给分"},
    {Role::zero, 0,
     U"清零 归零 不得分 不计分 不记分 不给分 不予计分 不予得分 不予记分 不予给分 不能得分 "
     U"不再得分 不赋分 零分 计零分 得零分 记零分 扣全分 扣满分 全部扣除 全部扣完 全额扣除 "
     U"全部扣分 扣光 扣全部分 扣全部分值 扣除全部分值 扣除全部得分 扣除全部分数 全部扣光 "
     U"不得本项分 不得此项分 不得该项分 不计得分 不计入得分 不计成绩 不予评分 得分为零 记为零分 "
     U"计为零分"},
    {Role::veto, 0, U"一票否决 单项否决 不评优 不评先 不参加评优 不参与评优 否决全年 年度考核否决"},
    {Role::forbid, 0, U"取消 不得 不能 不予 不再 不可"},
    {Role::verdict, 0,
     U"直接定为不合格 直接评定为不合格 直接确定为不合格 直接判定为不合格 直接评为不合格 "
     U"定为不合格 评定为不合格 确定为不合格 判定为不合格 直接定为差 直接评定为差 考核不合格 "
     U"直接为不合格 按不合格 一律定为不合格 直接定为不称职 直接评为差 评为不合格 直接定为一般 "
     U"直接确定为差 直接评定为不合格等次 直接认定为不合格 直接定为“差” 直接评定为“差” "
     U"直接确定为“差” 直接评为“差” 直接定为“不合格” 直接评定为“不合格” 直接确定为“不合格” "
     U"直接评为“不合格” 直接判定为“不合格” 直接认定为“不合格” 直接定为“一般” 直接定为“不称职” "
     U"直接评为“不称职” 一律定为“不合格”"},
    {Role::no_amount, 0,
     U"不扣分 不加分 得满分 满分 计满分 记满分 不再扣分 不予扣分 不再加分 不予加分 不重复扣分 "
     U"不重复加分 不重复计分 免于扣分 免扣分 免予扣分 得全分 得基本分 不扣 可不扣分 不另扣分 "
     U"不另加分 不累计加分 不累计扣分 不减分 不倒扣 不倒扣分 不计负分 不得负分 不重复扣减 "
     U"不重复扣"},
    {Role::discretion, 0,
     U"酌情 酌 视情 视情节 视情况 视情节轻重 视情节严重程度 视程度 视轻重 视影响程度 视严重程度 "
     U"视损失大小 适当 相应 根据情节 根据情况 根据情节轻重 按情节 按情节轻重 视具体情况 "
     U"视具体情节 根据具体情况 视造成的影响 视影响 视后果 视影响大小 酌情给予 相应给予 "
     U"视整改情况 视完成情况 依据情节 依情节 据情 视问题严重程度 视危害程度 视质量"},
    {Role::proportion, 0,
     U"按比例 按照比例 按相应比例 同比例 按完成比例 按实际比例 按缺额比例 按未完成比例 等比例"},
    {Role::multiply, 20, U"加倍 双倍 翻倍 加一倍 翻番 加重一倍"},
    {Role::multiply, 5, U"减半 折半"},
    {Role::half, 0, U"一半 半数"},
    {Role::respective, 0, U"分别 依次 分別"},
    {Role::apiece, 0, U"各"},
    {Role::whole_score, 0,
     U"分值 分数 总分 总分值 标准分 标准分值 权重分 权重 满分值 该项分 本项分 此项分 该项分值 "
     U"本项分值 此项分值 基础分 "
     U"基本分 考核分 项分 该项得分 本项得分 应得分 全部得分 全部分数 全部分值 该项全部分值 "
     U"基础分值 基本分值 "
     U"该项分数 本项分数 此项分数 "
     U"该项全部得分 指标分 项目分 全部分"},
    {Role::money, 0,
     U"奖金 工资 绩效工资 服务费 费用 费 款 金额 押金 保证金 补贴 津贴 报酬 薪酬 罚款 罚金 经费 "
     U"资金 质保金 薪金 补助"},
    {Role::licence, 0, U"驾照 驾驶证 交通违法 驾驶人"},

    // Caps.
    {Role::most, 0,
     U"最多 最高 至多 不超过 不得超过 上限 上限为 最大 最多不超过 最高不超过 最高限 最多为 "
     U"最高为 限扣 限减 限加 最多扣减 最高扣减 以内封顶 总扣分不超过 扣分上限 加分上限"},
    {Role::scope, 0,
     U"累计 合计 共计 总计 总扣分 本项 该项 此项 各项 全年 总共 上述 以上各项 年度 此款 本条 "
     U"该条 本款 总"},
    {Role::exhaust, 0,
     U"扣完 减完 扣满 减满 扣至 扣到 减至 加满 加完 加至 扣尽 扣光分值 扣减完 扣减至 扣除完 加到 "
     U"扣减到 扣够 扣分至 减分至 扣分到"},
    {Role::until, 0, U"为止 即止 止 截止 终止"},
    {Role::limit, 0, U"封顶 为限 为上限 为最高限 为最高"},

    // Counting.
    {Role::every, 0, U"每 每逢"},
    {Role::every, 1, U"单项 逐项"},
    {Role::lack, 0, U"少 缺 缺少 减少 低 降低 降 下降 差 欠 欠缺 下滑 下跌 缺失 短缺 偏低 跌 落后"},
    {Role::excess, 0, U"超 超出 多 多出 高 高出 超额 超报 超额完成 多完成 突破"},
    {Role::late, 0,
     U"逾期 超期 超时 延期 延迟 推迟 迟 晚 晚报 拖延 滞后 延误 迟交 晚交 迟延 迟到 迟报 推后 "
     U"延后 拖欠 拖后 超时限 超时长"},
    {Role::grow, 0, U"增加 上升 提高 增长 提升 上涨 升高 新增 增 升 递增"},

    // Figures.
    {Role::at_least, 0,
     U"不少于 不低于 至少 不得少于 不得低于 不能少于 不能低于 应不少于 不小于 不下于 ≥ >= "
     U"大于等于 大于或等于 不短于 最少 不少 不低"},
    {Role::at_most, 0,
     U"不超过 不高于 不迟于 不得超过 不得高于 不多于 不晚于 不得多于 ≤ <= 小于等于 控制在 "
     U"不能超过 不大于 不得迟于 小于或等于 不得晚于 不长于"},
    {Role::below, 0,
     U"少于 不足 低于 不到 未达到 达不到 未达 未满 小于 不满 没有达到 没达到 不及 < 未能达到 "
     U"没有达 未实现 低过 不达到 未完成 未超过 不够 未能完成 完不成"},
    {Role::above, 0, U"超过 超出 高于 多于 大于 > 超 逾 高出 超过了 突破 迟于 晚于 超过规定"},
    {Role::reach, 0, U"达到 达 满 累计达 累计达到 达到了 完成 应达 应达到 须达到 要达到"},
    {Role::up, 0, U"以上 及以上 (含)以上 (含)及以上 或以上 以上(含) 之上 以外 及以后"},
    {Role::down, 0, U"以下 及以下 (含)以下 或以下 以下(含) 之下"},
    {Role::within, 0, U"以内 之内 内 (含)以内 范围内"},
    {Role::before, 0, U"前 之前 以前 底前 日前 份前 末前 下旬前 中旬前 上旬前 初前 月底前"},
    {Role::negation, 0,
     U"未 没有 没 不 无 未能 未按 未按时 未按要求 未按规定 未落实 不能 没能 未开展 未实行"},
    {Role::miss, 0,
     U"未达标 不达标 未达到要求 达不到要求 不符合 不符合要求 未完成的 未达到的 达不到 "
     U"否则 不满足 未落实的 不足的 未满足 未达要求 没有达到要求 没有完成 未按要求完成 未达到标准 "
     U"达不到标准 没有达到的 未达到规定 达不到规定 违反规定 未按规定 未按要求 没达到要求 违反 "
     U"违者 未做到 做不到 没做到 不符 未执行 未落实到位 超过的 超出的 超标的 未达标的"},

    // References: heads of the phrase that names a figure of the year.
    {Role::reference, 0,
     U"平均水平 平均数 平均值 均值 平均分 平均线 平均年龄 平均 年度目标值 年度目标数 年度目标任务 "
     U"年度目标任务数 年度任务数 年度计划 年度计划数 年度指标 年度控制目标 年度控制指标 任务数 "
     U"目标任务 目标任务数 目标值 目标数 任务 任务量 年度任务 目标 指标 指标数 指标值 指标任务 "
     U"计划数 计划 计划任务 年度目标 比例要求 上年度 上年 去年 上一年度 上一年 上年同期 去年同期 "
     U"同期 同期水平 上年水平 上月 上季度 序时进度 时序进度 进度要求 控制数 控制指标 控制目标 "
     U"基准值 基本标准 基数 上学期 上期 年初预算 年初预算数 预算数 预算目标 年初目标 年初计划 往年 "
     U"标准值 目标要求 平均增速 增速 下达任务 上年末 上年底 考核目标 "
     U"考核目标数 控制线 计划目标 规定标准 目标进度 时序目标 上年实绩 行业水平 计划进度 规定比例 "
     U"任务指标 任务目标 全年目标 预期目标 预期值 预期指标 预期增速 预期目标值 警戒线 预警线 "
     U"承诺时限 平均得分率 平均增长率 平均覆盖率 平均达标率 平均完成率 平均增幅 平均满意度 "
     U"平均满意率"},
    {Role::compare, 0, U"较 比 与 同比 环比 对比"},

    // Tiers.
    {Role::tier, family::level_of_state,
     U"国家级 省级 市级 区级 县级 州级 镇级 乡级 村级 乡镇级 街道级 区县级 县区级 市州级 地市级 "
     U"地级 厅级 部级 省部级 厅局级 国家 省 市 区 县 州 镇 乡 村 中央 全国 全省 全市 全县 全区 "
     U"全州 全镇 国务院 党中央 国家部委 部委 省部 省直 市直 县直 区直 街道 社区级 旗 旗县 盟 "
     U"师级 校级 院级 省政府 市政府 县政府 区政府 市委 省委 县委 区委 镇政府 市政协 市人大 "
     U"市委市政府 省委省政府 县委县政府 区委区政府 市厅级 市厅局级 州市级 省市级 乡镇街道级 省市 "
     U"市县 县市 县市区 县区 区县 全国性 全省性 市州 地市 省厅 市局 县局 区局 省局 中纪委 "
     U"中央纪委 省纪委 市纪委 县纪委 区纪委 国务院部门 国际级 公司级 集团级 集团 中宣部 中组部 "
     U"国家税务总局 科级 处级 局级 班级 年级 系级 部门级 县处级 乡科级 京 北京 国办 中办"},
    {Role::rating, family::grade,
     U"优秀 良好 优 良 中 差 较差 一般 较好 好 合格 基本合格 不合格 不称职 称职 基本称职 满意 "
     U"基本满意 不满意 达标 不达标 甲级 乙级 丙级 一级 二级 三级 四级 五级 一星 二星 三星 四星 "
     U"五星 A级 B级 C级 D级 AA级 AAA级 AAAA级 AAAAA级 2A级 3A级 4A级 5A级 A等 B等 C等 D等 A档 B档 "
     U"C档 D档 A B C D Ⅰ类 Ⅱ类 Ⅲ类 Ⅳ类 Ⅴ类 劣Ⅴ类 "
     U"Ⅰ级 Ⅱ级 Ⅲ级 Ⅳ级 一类 二类 三类 四类 甲等 乙等 丙等 一档 二档 三档 第一档 第二档 第三档 "
     U"好评 差评 A类 B类 C类 D类"},
    {Role::rating, family::penalty,
     U"警告 严重警告 撤职 开除 记过 记大过 降级 留党察看 开除党籍 开除公职 留校察看 党内警告 "
     U"党内严重警告 "
     U"撤销党内职务 撤销职务 诫勉谈话 诫勉 提醒谈话 批评教育 通报批评 黄牌 红牌 黄牌警告 红牌警告 "
     U"警示"},
    {Role::rating, family::prize,
     U"一等奖 二等奖 三等奖 特等奖 优秀奖 优胜奖 一等功 二等功 三等功 金奖 银奖 铜奖 一等 二等 "
     U"三等 金牌 银牌 铜牌 鼓励奖 组织奖"},
    {Role::rating, family::ordinal,
     U"第一名 第二名 第三名 第四名 第五名 第六名 第七名 第八名 第九名 第十名 第一 第二 第三 第四 "
     U"第五 第六 第七 第八 第九 第十 "
     U"倒数第一 倒数第二 倒数第三 倒数第一名 倒数第二名 倒数第三名 第一次 第二次 第三次 第四次 "
     U"首次 再次 末位 前三名 后三名 第一位 第二位 第三位 第一等次 第二等次 第三等次 倒数第一位 "
     U"倒数第二位 倒数第三位 前两名 前五名 前十名 后两名 后五名 第四位 第五位 第1名 第2名 第3名 "
     U"第1 倒数第1名 倒数第2名 倒数第3名"},
    {Role::rating, family::severity,
     U"一般影响 严重影响 较大影响 重大影响 恶劣影响 轻微影响 轻微 严重 特别严重 较重 较轻 "
     U"一般事故 严重事故 轻微事故 较大事故 重大事故 特大事故 特别重大事故 轻伤 重伤 死亡 情节轻微 "
     U"情节较轻 "
     U"情节一般 情节较重 情节严重 情节特别严重 一般隐患 较大隐患 重大隐患 一般风险 较大风险 "
     U"重大风险 低风险 中风险 高风险 一般问题 严重问题 "
     U"较重问题 较大 重大 特大 特别重大 轻度 中度 重度"},
    {Role::rating, family::lamp,
     U"红色等级 橙色等级 黄色等级 蓝色等级 红码 黄码 绿码 红灯 黄灯 蓝灯 绿灯 橙灯 红色预警 "
     U"黄色预警 蓝色预警 橙色预警"},
    {Role::person, 0,
     U"支书 主任 书记 代表 负责人 局长 科长 队长 首席代表 村主任 副书记 班主任 主要负责人 "
     U"分管负责人 责任人 当事人 直接责任人 班子成员 分管领导 主要领导 经办人 科室负责人 "
     U"部门负责人 支部书记 村支书 副主任 委员 组长 站长 所长 校长 院长"},

    // Words that only lead on to the amount, and words whose parts would mislead.
    {Role::filler, 0,
     U"的 则 予以 给予 并 将 应 可 均 一律 从 总分中 该项 本项 此项 责任单位 责任人 所在单位 "
     U"相关单位 单位 考核 年终 年度考核 直接 一次性 都 就 也 还 另 又 再 当月 当年 年底 者 当季 "
     U"同时 经查实 查实后 属实的 情况属实 情况属实的 经查实的 经查证属实 核实后 经核实 每次考核 "
     U"全部 按 处以 该单位 在 中 内 年终考核 分数 年终总分 可以 从本项 从该项 项目 对 给 "
     U"扣分标准 评分标准 经调查属实 经认定 经核查 共 总得分 总分 当次 其中 且 或 酌情 具体 由 倒 "
     U"一并 至 到 并且 而 若 如 凡 逐 外 除 所 属 最少 作 做 即 部门 科室 相关 责任"},
    {Role::shield, 0,
     U"下达 传达 表达 发达 到达 达成 达标率 一把手 一般化 三会一课 两学一做 一户一档 一人一档 "
     U"一企一策 一岗双责 一案双查 一事一议 一村一品 一人一策 一企一档 一年一度 统一 一定 一些 "
     U"一致 一站式 一体化 一体 一次性 一线 一律 一直 唯一 第一书记 第一责任人 第一时间 一方面 "
     U"不得分包 不得分散 不得分解 增加值 增加负担 减少了 奖惩 奖状 奖项 奖牌 记录 计划生育 计生 "
     U"计算机 统计 会计 审计 设计 合计数 记者 记载 登记 笔记 标记 书记员 获得者 得力 取得 必须 "
     U"得到 值得 懂得 减轻 减免 减排 减负 减灾 减税 加强 加大 加快 加班 加入 加工 参加 参加者 "
     U"增加额 "
     U"加以 差旅 差异 较差率 多次 多人 多年 多种 多个 多项 多头 最高分 最低分 高度 高质量 高效 "
     U"高校 高中 高级 "
     U"高新 高层次 高水平 高标准 高素质 高技能 高规格 高端 高龄 高发 高频 高温 高铁 高速 高空 高危 "
     U"缺乏 第三方 第三产业 有关 有效 有序 有力 有的 没有关 所有 具有 拥有 享有 国有 有限 有无 "
     U"目前 提前 "
     U"前期 前后 会前 国内 党内 室内 区内 市内 县内 省内 校内 院内 内部 内容 内控 体内 场内 境内 "
     U"内设 无关 无锡 无线 上年终 晚会 晚上 超市 超前 低保 低收入 最低 比例 比赛 比较 比重 "
     U"对比度 占比 同比例尺 评比 为民 为主 成为 行为 作为 认为 人为 为由 因为 为了 在岗 在册 "
     U"在编 在校 在建 在职 存在的 现在 满意度 满意率 占用 占地 占道 平均每 各类 各级 各项 各自 "
     U"各种 各单位 各部门 各村 各县 各乡镇 各镇 各地 各科室 各学校 各街道 各市 各区 各支部 "
     U"各方面 各环节 各阶段 各社区 各县区 各岗位 各班 各个 各党委 各党支部 检查组 检查制度 "
     U"检查表 检查记录 实现度 不断 不良 不良影响 不力 不当 不及时 不规范 不到位 不全 不完善 "
     U"不健全 不明显 不准确 不真实 不定期 不动产 无故 无法 未成年人 通报制度 社区 市场 城市 市民 "
     U"村民 市政 村委会 县域 区域 小区 园区 景区 校区 辖区 灾区 库区 片区 街区 乡村 农村 乡镇 "
     U"村居 村务 镇街 市容 省份 超标 超载 超员 超编 缺席 缺勤 缺岗 缺会 缺考 缺课 缺签 缺位 中心 "
     U"中心组 集中 其中 中国 中小 过程中 中层 初中 中学 优先 优化 优质 良性 好人好事 好人 好处 "
     U"好转 好事 好评率 做好 "
     U"良好风气 一般性 差错 差错率 差额 偏差 误差 时差 极差 实现率 完成率 完成情况 完成时限 "
     U"完成后 工作总结 年终总结 一般公共预算 一般干部 一般党员 中央厨房 组织领导 组织部 组织机构 "
     U"组织生活 组织生活会 组织实施 基层组织 党组织 组织建设 任务清单 目标责任 目标责任书 "
     U"目标责任状 目标考核 任务分解 指标体系 增长率 提高率 上升率 发生率 发现率 发展率 漏报率 "
     U"检查率 抽查率 参加率 通报批评率"},
};

/// The words of all entries; the value of each is the place of its entry.
WordTable make_table() {
    std::vector<WordTable::Entry> words;
    for (std::size_t i = 0; i < std::size(entries); ++i) {
        std::u32string_view rest = entries[i].words;
        while (!rest.empty()) {
            const std::size_t length = std::min(rest.find(U' '), rest.size());
            if (length > 0)
                words.push_back({rest.substr(0, length), static_cast<std::uint16_t>(i)});
            rest.remove_prefix(std::min(length + 1, rest.size()));
        }
    }
    return WordTable(words);
}

/// Whether the 分 at the end of the word begins another one: 项目|分别, 考核|分管.
bool is_cut(std::u32string_view text, std::size_t at, std::u32string_view word) {
    const std::size_t next = at + word.size();
    if (word.back() != U'分' || next >= text.size()) return false;
    return std::u32string_view(U"别管布析解级类之工配散包钟设摊派担割流享").find(text[next]) !=
           std::u32string_view::npos;
}

const WordTable& known_words() {
    static const WordTable table = make_table();
    return table;
}

/// Whether the noun at the end of a miss begins the name of a figure: 未达到|规定比例.
bool opens_reference(std::u32string_view text, std::size_t at, std::size_t length) {
    constexpr std::size_t noun_length = 2;
    if (length <= noun_length) return false;
    const std::size_t noun = at + length - noun_length;
    const auto match = known_words().find(text, noun, text.size() - noun);
    return match && match->length > noun_length && entries[match->value].role == Role::reference;
}

}  // namespace

std::optional<Word> find_word(std::u32string_view text, std::size_t at) {
    std::size_t length_max = text.size() - at;
    while (const auto match = known_words().find(text, at, length_max)) {
        const bool figure =
            entries[match->value].role == Role::miss && opens_reference(text, at, match->length);
        if (!figure && !is_cut(text, at, text.substr(at, match->length))) {
            const Entry& entry = entries[match->value];
            return Word{entry.role, entry.detail, match->length};
        }
        if (match->length == 1) break;
        length_max = match->length - 1U;
    }
    return std::nullopt;
}

}  // namespace heng::clause
