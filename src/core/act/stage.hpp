#pragma once
/// @file
/// Whether a record stands where an act needs it.
#include "core/base/result.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>

namespace heng::act {

/// A record as messages name it.
struct RecordName {
    std::string zh;
    std::string en;
    std::string id;
};

/// `record_stage_unfit` unless `is` is among `needed`; a `Stage` has a function `name`.
template <class Stage>
[[nodiscard]] Result<void> check_among(RecordName record, Stage is,
                                       std::initializer_list<Stage> needed) {
    if (std::find(needed.begin(), needed.end(), is) != needed.end()) return {};
    std::string names;
    for (const Stage one : needed) {
        if (!names.empty()) names += ", ";
        names += name(one);
    }
    return refuse(Code::record_stage_unfit, {},
                  {std::move(record.zh), std::move(record.en), std::move(record.id),
                   std::string(name(is)), std::move(names)});
}

}  // namespace heng::act
