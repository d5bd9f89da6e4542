#pragma once
/// @file
/// A scheme that uses every key of the format once; for tests.
#include <string>

namespace heng::yaml {

inline const std::string minimal_text = R"(scheme: {id: small, name: 小方案, year: 2021}
domains:
  - {id: county, name: 县(区)}
composition: {indicators_percent: 80, review_percent: 20}
grading: {quota_percent: 30}
table:
  domain: county
  points: 2
  categories:
    - no: 一
      name: 政治建设
      points: 2
      tasks:
        - no: （一）
          name: 学习
          points: 2
          clauses:
            - no: 1
              text: 未制定年度学习计划的，扣2分。
              branches:
                - {id: 1.1a, points: 2}
)";

inline const std::string full_text =
    R"(scheme:
  id: full
  name: 某某市党建工作成效考核
  year: 2021

source:
  title: 某某市党建工作成效考核办法
  edition: 2021年印发
  complete: false
  missing:
    - 附件1第（十七）项以后

basis:
  - 《党政领导干部考核工作条例》

domains:
  - id: county
    name: 县(区)
    lead: 市委组织部
    cites: A5.2
    focus: 党建引领推动高质量发展
  - id: school
    name: 市管学校

composition:
  indicators_percent: 80
  review_percent: 20
  indicators_full: 100
  review_full: 100
  cites: A14.1

grading:
  quota_percent: 30
  quota_rounding: down
  freed_place: next
  ordinary_band: 0.1
  candidate_band: 0.2
  fraud_lowers_by: 1
  cites: A16.2

bars:
  - id: criticism
    text: 被点名批评的
    best: 一般
    cites: A16.5

consequences:
  - id: talk
    grades: [一般, 差]
    text: 约谈主要负责人
    cites: A17.1

calendar:
  terms:
    - id: explanation
      text: 书面说明
      unit: days
      count: 15
      cites: A18.1
    - id: plan
      text: 确定指标
      unit: date
      month_day: 03-31
      cites: convention
  holidays:
    - 2021-01-01
  working_weekends:
    - 2021-02-07

settings:
  floor: category
  partial: up
  same_case: every
  rounding: {places: 1, mode: down}

conventions:
  - id: ties
    text: 并列的取同一名次
    setting: settings.rounding
    cites: A15.1

references:
  - branch: 1.1b
    value: 92.5
    source: 省统计公报

articles:
  - no: 1
    chapter: 第一章 总则
    text: |-
      第一条为坚持党的全面领导，占30〔%〕：
      制定本办法。

statements:
  - id: A1.1
    mark: data
    text: 目的

bodies:
  - name: 市委组织部
    roles: [coordinator, lead]
    cites: A5.1
    duties:
      - text: 统筹开展考核
        cites: A5.1

table:
  domain: county
  title: 县(区)考核指标
  points: 2
  categories:
    - no: 一
      name: 政治建设
      points: 2
      tasks:
        - no: （一）
          name: 学习
          points: 2
          requirement: 落实第一议题制度
          requirement_complete: false
          assessors: [市委组织部]
          illustrative: true
          clauses:
            - no: 1
              text: 低于全省平均水平的，每低5个百分点扣0.1分；未开展A、B的，每项扣0.5分，扣完为止。
              assessors: [市委组织部]
              branches:
                - {id: 1.1a, text: 每低5个百分点扣0.1分, basis: shortfall, points: 0.1, per: 百分点, step: 5, target: {op: '>=', value: 90, unit: '%'}, reference: 全省平均水平,)"
    R"( level: 省级, cap: 1.5, cap_shared: true, items: [A, B], subjects: [党组], deadline: 6月底前, partial: proportional}
                - {id: 1.1b, effect: zero, basis: each, points: 1, points_max: 3, percent_of_task: 50, cap: task}
              reading_override:
                reason: 条文未写明单位
)";

}  // namespace heng::yaml
