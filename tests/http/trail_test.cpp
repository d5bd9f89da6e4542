/// ASVS 8.3.5: who reads what is confidential stands in the trail.
#include "secured_city.hpp"

#include "app/demo/people.hpp"

namespace heng::http_test {
namespace {

/// Actor and address of each reading in the trail, in order.
std::vector<std::string> readings(SecuredCity& city) {
    std::vector<std::string> out;
    const auto trail =
        city.administration().trail(app::accounts::at_the_machine(app::demo::tenant), 1, 10'000);
    for (const app::accounts::TrailEntry& one : *trail)
        if (one.matter == "read_confidential") out.push_back(one.actor + ' ' + one.detail);
    return out;
}

TEST(Trail, KeepsWhoReadsDraftsAndCounts) {
    SecuredCity city;
    Browser browser = city.browser(app::demo::office());
    const std::string account = city.open_account(app::demo::office().person);
    const std::string year = "/api/v1/years/2021/";
    const auto drafts = browser.get(year + "drafts").json();
    const ledger::Object& first = *(*drafts.find("items")->list())[0].object();
    const std::string draft = year + "drafts/" + std::to_string(*first.find("id")->number());
    for (const std::string& read : {draft, draft, year + "ballots", year + "findings"})
        EXPECT_EQ(browser.get(read).status, 200) << read;
    EXPECT_EQ(readings(city),
              (std::vector<std::string>{account + ' ' + draft, account + ' ' + year + "ballots"}));
}

}  // namespace
}  // namespace heng::http_test
