// What can be booked ends when nobody has a time to come, and takes no booked time along.
#include "booking/pages_for_tests.h"

namespace digilots::booking {
namespace {

class EndingAnOffer : public BookingPages {
protected:
    bool end() {
        auto& records = *all.bookings.registers()[0];
        return records.set_use(records.around(here), offer, register_::Records::Use::ended, "anna", base::Seen::anything());
    }
};

TEST_F(EndingAnOffer, WaitsForTheTimesThatAreToCome) {
    testing::PageClient resident(server);
    ASSERT_EQ(booked_page(resident).status, 200);
    auto client = staff();
    const auto refused = client.submit(client.get("/sundsvall/staff/booking/offers/" + offer), {}, "", "/end");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("1 time is booked and to come")) << refused.html;
    EXPECT_FALSE(end()) << "nor by any other way";
    clock.advance(std::chrono::hours(72));
    EXPECT_TRUE(end()) << "nobody comes any more";
    auto& records = *all.bookings.registers()[0];
    EXPECT_FALSE(records.remove(records.around(here), offer, "anna", base::Seen::anything())) << "a booked time is named by it";
}

}  // namespace
}  // namespace digilots::booking
