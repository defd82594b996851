#pragma once
// Pictures of any size for the tests of the drawing.
#include <string>
#include <vector>

#include "progress/wheel_picture.h"

namespace digilots::progress {

/// One entry a goal: how many targets it has. Marks go round; ring r meets every (r + 2)nd target.
inline Picture picture_with(const std::vector<int>& targets_of_goals, std::size_t rings = 3) {
    static constexpr const char* titles[] = {"Ingen fattigdom",
                                             "Ingen hunger",
                                             "God hälsa och väl|befinnande",
                                             "God utbildning för alla",
                                             "Jämställdhet",
                                             "Rent vatten och sanitet",
                                             "Hållbar energi för alla",
                                             "Anständiga arbets|villkor och ekonomisk tillväxt",
                                             "Hållbar industri, innova|tioner och infra|struktur",
                                             "Minskad ojämlikhet",
                                             "Hållbara städer och samhällen",
                                             "Hållbar konsum|tion och produk|tion",
                                             "Bekämpa klimat|förändringarna",
                                             "Hav och marina resurser",
                                             "Ekosystem och biologisk mångfald",
                                             "Fredliga och inklude|rande samhällen",
                                             "Genom|förande och globalt partner|skap"};
    static constexpr const char* colours[] = {
        "#E5243B", "#DDA63A", "#4C9F38", "#C5192D", "#FF3A21", "#26BDE2", "#FCC30B", "#A21942", "#FD6925",
        "#DD1367", "#FD9D24", "#BF8B2E", "#3F7E44", "#0A97D9", "#56C02B", "#00689D", "#19486A"};
    static constexpr bool dark[] = {true, false, false, true, false, false, false, true, false,
                                    true, false, false, true, false, false, true,  true};
    Picture picture;
    picture.title = "Överkalix";
    picture.year = "2022";
    picture.name = "The wheel of Överkalix 2022";
    for (std::size_t ring = 0; ring < rings; ++ring) {
        static constexpr const char* own[] = {"#7a1f5c", "#1f6f54", "#b4530a", "#1d4f91"};
        picture.rings.push_back({static_cast<int>(ring) + 1, own[ring % 4], "#ffffff",
                                 "Own goal " + std::to_string(ring + 1), "#own-" + std::to_string(ring + 1)});
    }
    std::size_t all = 0;
    for (std::size_t goal = 0; goal < targets_of_goals.size(); ++goal) {
        PictureGoal one{static_cast<int>(goal) + 1,
                        titles[goal % 17],
                        colours[goal % 17],
                        dark[goal % 17] ? "#ffffff" : "#000000",
                        "Goal " + std::to_string(goal + 1),
                        "#goal-" + std::to_string(goal + 1),
                        {}};
        for (int number = 1; number <= targets_of_goals[goal]; ++number, ++all) {
            PictureTarget target{std::to_string(goal + 1) + "." + std::to_string(number),
                                 static_cast<Sign>(all % marks),
                                 "target",
                                 "/x",
                                 {}};
            for (std::size_t ring = 0; ring < rings; ++ring) {
                if (all % (ring + 2) == 0) target.rings.push_back(ring);
            }
            one.targets.push_back(std::move(target));
        }
        picture.goals.push_back(std::move(one));
    }
    return picture;
}

}  // namespace digilots::progress
