#pragma once

#include "core/model/cohort.h"

#include <random>

namespace neuraxis::test {

/// A cohort with the group sizes that the ALS centre published, or as many times that, with up to six visits each.
/// Only for tests: nothing in it follows anybody.
inline Cohort simulatedCohort(int participants = 1722, bool sixVisitsEach = false) {
    struct Size {
        const char *group, *prefix;
        int count;
        bool isPatient;
    };
    constexpr Size sizes[] = {{"ALS", "ALS", 721, true},      {"PSMA", "PMA", 137, true},
                              {"PLS", "PLS", 99, true},       {"mimic", "MIM", 109, false},
                              {"control", "CON", 396, false}, {"familial-control", "FAM", 260, false}};
    std::mt19937 random(7);
    const auto real = [&] { return std::uniform_real_distribution<>(0, 1)(random); };
    const auto whole = [&](int low, int high) { return std::uniform_int_distribution<>(low, high)(random); };
    const QDate cutOff(2025, 12, 31);
    Cohort cohort;
    cohort.name = QStringLiteral("Simulated ALS study");
    cohort.simulated = true;
    for (int i = 0; i < participants; ++i) {
        int place = i % 1722;
        const Size* size = sizes;
        while (place >= size->count) place -= (size++)->count;
        Participant p;
        p.uid = QStringLiteral("p%1").arg(i);
        p.name = QStringLiteral("%1-%2").arg(QLatin1String(size->prefix)).arg(i + 1, 5, 10, QLatin1Char('0'));
        p.group = QLatin1String(size->group);
        p.sex = real() < 0.4 ? QStringLiteral("F") : QStringLiteral("M");
        p.birthYear = 1940 + 45 * real();
        const QDate first = QDate(2009, 6, 1).addDays(whole(0, 5900));
        if (size->isPatient) {
            p.onset = first.addDays(-whole(120, 1400));
            p.onsetSite = real() < 0.3   ? QStringLiteral("bulbar")
                          : real() < 0.9 ? QStringLiteral("spinal")
                                         : QStringLiteral("thoracic");
        }
        const double gene = real();
        p.genotype = gene < 0.09    ? QStringLiteral("C9orf72")
                     : gene < 0.11  ? QStringLiteral("SOD1")
                     : gene < 0.117 ? QStringLiteral("FUS")
                     : gene < 0.75  ? QStringLiteral("none found")
                                    : QString();
        int visits = 1;
        while (visits < 6 && (sixVisitsEach || real() < 0.53)) ++visits;
        QDate date = first;
        int scores[13];
        for (int& score : scores) score = real() < 0.6 ? 4 : 3;
        for (int v = 0; v < visits && (sixVisitsEach || date <= cutOff); ++v) {
            Visit visit;
            visit.uid = p.uid + QStringLiteral("v%1").arg(v + 1);
            visit.participant = p.uid;
            visit.label = QString::number(v + 1);
            visit.date = date;
            const double rated = real();
            visit.quality = rated < 0.7    ? QStringLiteral("good")
                            : rated < 0.78 ? QStringLiteral("doubtful")
                            : rated < 0.8  ? QStringLiteral("failed")
                                           : QString();
            if (size->isPatient && real() < 0.95)
                for (int item = 1; item <= 12; ++item) {
                    if (v > 0 && real() < 0.3) scores[item] = std::max(0, scores[item] - 1);
                    visit.scores.insert(QStringLiteral("alsfrs-r.%1").arg(item), scores[item]);
                }
            const std::pair<const char*, double> chances[] = {
                {"T1", 0.99},        {"diffusion", 0.95},  {"cord", 0.45},   {"functional", 0.9},
                {"thickness", 0.92}, {"connectome", 0.85}, {"glucose", 0.03}};
            for (const auto& [kind, chance] : chances) {
                if (real() > chance) continue;
                Item item;
                item.uid = visit.uid + QLatin1String(kind);
                item.visit = visit.uid;
                item.kind = QLatin1String(kind);
                cohort.items.push_back(item);
            }
            cohort.visits.push_back(visit);
            date = date.addDays(size->isPatient ? whole(95, 260) : whole(300, 800));
        }
        if (size->isPatient) {
            const QDate last = cohort.visits.back().date;
            const auto add = [&](const char* kind, double chance, int days) {
                const QDate when = last.addDays(days);
                if (real() < chance && when <= cutOff)
                    cohort.events.push_back({p.uid + QLatin1String(kind), p.uid, QLatin1String(kind), when});
            };
            add("NIV", 0.25, whole(-120, 150));
            add("PEG", 0.2, whole(-120, 200));
            add("tracheostomy", 0.02, whole(150, 300));
            add("death", 0.5, whole(200, 700));
        }
        cohort.participants.push_back(p);
    }
    return cohort;
}

} // namespace neuraxis::test
