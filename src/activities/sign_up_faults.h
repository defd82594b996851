#pragma once
// What is wrong with a sign-up before anybody signs up.
#include "activities/activities.h"

namespace digilots::activities {

/// Nothing is kept. Errors by the names of the form, as those of Activities::sign_up.
FieldErrors faults_of(const SignUp& wanted, const http::Tenant& tenant, const i18n::Translator& words);

}  // namespace digilots::activities
