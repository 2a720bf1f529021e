#pragma once

#include "app/timed_visits.h"

namespace neuraxis {

// A participant's regions with their rates of change, fastest loss first; which visits were used and what is to be known
// in lines below the text. What there is no number for is n/a in the table.
QString ratesAsText(const RegionRates& rates);
QString ratesAsTsv(const RegionRates& rates);

} // namespace neuraxis
