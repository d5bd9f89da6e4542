#include "shell/docx/xml.hpp"

#include "core/base/invariant.hpp"
#include "core/base/text.hpp"

namespace heng::docx {

Xml& Xml::open(std::string_view name, Attributes attributes) {
    begin(name, attributes);
    out_ += '>';
    opened_.emplace_back(name);
    return *this;
}

Xml& Xml::close() {
    out_ += "</" + opened_.back() + ">";
    opened_.pop_back();
    return *this;
}

Xml& Xml::leaf(std::string_view name, Attributes attributes) {
    begin(name, attributes);
    out_ += "/>";
    return *this;
}

Xml& Xml::text(std::string_view content) {
    escape(content);
    return *this;
}

std::string Xml::finish() && {
    INVARIANT(opened_.empty(), "every element is closed");
    return std::move(out_);
}

void Xml::begin(std::string_view name, Attributes attributes) {
    out_ += '<';
    out_ += name;
    for (const auto& [key, value] : attributes) {
        out_ += ' ';
        out_ += key;
        out_ += "=\"";
        escape(value);
        out_ += '"';
    }
}

void Xml::escape(std::string_view content) {
    for (std::size_t at = 0; at < content.size();) {
        const CodePoint point = decode_utf8(content, at);
        switch (point.value) {
            case '<': out_ += "&lt;"; break;
            case '>': out_ += "&gt;"; break;
            case '&': out_ += "&amp;"; break;
            case '"': out_ += "&quot;"; break;
            default: {
                const bool is_written =
                    (point.value >= 0x20 && point.value != 0xFFFE && point.value != 0xFFFF) ||
                    point.value == '\t' || point.value == '\n' || point.value == '\r';
                if (is_written) out_ += content.substr(at, point.length);
            }
        }
        at += point.length;
    }
}

}  // namespace heng::docx
