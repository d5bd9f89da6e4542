#include "core/view/grades.hpp"

namespace heng::view {

List print_questions(std::uint16_t questions) {
    List out;
    for (const grade::QuestionText& one : grade::question_texts())
        if ((questions & grade::bit(one.question)) != 0)
            out.push_back(Object{{"id", one.id}, {"text", one.zh}, {"cites", one.cites}});
    return out;
}

Value print_bearing(const cycle::Bearing& bearing) {
    return Object{{"best", scheme::identifier(bearing.best)},
                  {"serious", bearing.serious},
                  {"no_progress", bearing.no_progress},
                  {"lowered_by", static_cast<int>(bearing.lowered_by)},
                  {"barred_by", print_texts(bearing.barred_by)}};
}

List print_reasons(const std::vector<cycle::GradeReason>& reasons) {
    List out;
    for (const cycle::GradeReason& one : reasons)
        out.push_back(Object{{"cites", one.cites}, {"text", one.text}});
    return out;
}

}  // namespace heng::view
