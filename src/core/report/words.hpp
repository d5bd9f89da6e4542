#pragma once
/// @file
/// The two languages of a document: both wordings stand side by side where they are used.
#include "core/base/error.hpp"

#include <string>
#include <string_view>

namespace heng::report {

class Words {
public:
    explicit Words(Language language) : zh_(language == Language::zh) {}
    std::string operator()(std::string_view zh, std::string_view en) const {
        return std::string(zh_ ? zh : en);
    }
    bool zh() const { return zh_; }

private:
    bool zh_;
};

}  // namespace heng::report
