#include "app/study_rates.h"

#include "app/command.h"
#include "app/output_file.h"
#include "app/rate_tables.h"

#include <QCoreApplication>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(StudyCommand)
};

} // namespace

void printRates(const FilteredStudy& all, const TrajectoryWish& wish, const QString& out) {
    io::Job job;
    // The index owns the cohort for longer than this does
    const RegionStudy regions(std::shared_ptr<const Cohort>(std::shared_ptr<void>(), &all.index.cohort()), job);
    for (const QString& problem : regions.problems()) printLine(stderr, problem);
    const RegionRates rates = ratesOf(regions, wish);
    if (rates.rows.empty())
        throw io::Error(
            Texts::tr("The study knows no cortical regions of %1. Add FreeSurfer's folders or a table of regions.")
                .arg(all.index.row(all.index.rowOf(wish.participant)).participant->name));
    if (all.index.cohort().simulated) printLine(stdout, Texts::tr("Simulated data: nobody's."));
    printLine(stdout, ratesAsText(rates));
    if (!out.isEmpty()) writeFile(out, ratesAsTsv(rates).toUtf8());
}

} // namespace neuraxis
