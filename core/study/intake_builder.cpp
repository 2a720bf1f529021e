#include "core/study/intake_builder.h"

#include "core/io/parallel.h"
#include "core/study/file_identity.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace neuraxis::study {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(study)
};

} // namespace

QString plainName(const QString& participant) {
    const QString name = participant.trimmed();
    return name.startsWith(QStringLiteral("sub-")) && name.size() > 4 ? name.sliced(4) : name;
}

QString plainLabel(const QString& visit) {
    const QString label = visit.trimmed();
    return label.startsWith(QStringLiteral("ses-")) && label.size() > 4 ? label.sliced(4) : label;
}

QString itemName(const QString& path) {
    const QFileInfo file(path);
    return file.suffix() == QStringLiteral("gz") ? file.completeBaseName().section(u'.', 0, -2)
                                                 : file.completeBaseName();
}

Intake::FoundParticipant& IntakeBuilder::participant(const QString& given, const QString& from) {
    const QString name = plainName(given);
    const auto [it, isNew] = participants.try_emplace(name);
    if (isNew) it->second.participant.name = name;
    if (it->second.from.isEmpty()) it->second.from = from;
    return it->second;
}

const Intake::FoundParticipant* IntakeBuilder::find(const QString& name) const {
    const auto it = participants.find(plainName(name));
    return it == participants.end() ? nullptr : &it->second;
}

Intake::FoundVisit& IntakeBuilder::visit(const QString& name, const QString& given, const QDate& date,
                                         const QString& from) {
    const QString label = plainLabel(given);
    auto& visits = participant(name, from).visits;
    const auto known = std::find_if(visits.begin(), visits.end(), [&](const Intake::FoundVisit& v) {
        return label.isEmpty() ? date.isValid() && v.visit.date == date : v.visit.label == label;
    });
    if (known != visits.end()) return *known;
    visits.emplace_back();
    visits.back().visit.label = label;
    visits.back().visit.date = date;
    visits.back().from = from;
    return visits.back();
}

void IntakeBuilder::item(const QString& name, const QString& label, Item item) {
    if (label.isEmpty()) {
        participant(name, item.path);
        unplaced.emplace_back(name, std::move(item));
    } else {
        const QString from = item.path;
        visit(name, label, {}, from).items.push_back(std::move(item));
    }
}

void IntakeBuilder::keepOnly(const QString& name) {
    std::erase_if(participants, [&](const auto& one) { return one.first != plainName(name); });
    std::erase_if(unplaced, [&](const auto& one) { return plainName(one.first) != plainName(name); });
}

void IntakeBuilder::placeItems() {
    int lost = 0;
    QString first;
    std::vector<std::pair<QString, Item>> waiting = std::move(unplaced);
    unplaced.clear();
    for (auto& [name, item] : waiting) {
        const auto& visits = participant(name).visits;
        if (visits.size() > 1) {
            if (lost++ == 0) first = item.path;
            continue;
        }
        const QString from = item.path;
        Intake::FoundVisit& only =
            visits.empty() ? visit(name, QStringLiteral("1"), {}, from) : participant(name).visits.front();
        only.items.push_back(std::move(item));
    }
    if (lost > 0)
        problem(Texts::tr("%n file(s) or folder(s) name no visit, but their participants have several; they were not "
                          "taken. The first of them: %1.",
                          nullptr, lost)
                    .arg(first));
}

Intake IntakeBuilder::take(io::Job& job) {
    placeItems();
    std::vector<Item*> unknown;
    for (auto& [name, found] : participants) {
        std::stable_sort(found.visits.begin(), found.visits.end(),
                         [](const Intake::FoundVisit& a, const Intake::FoundVisit& b) {
                             // Before dates that are known stands what has none
                             return std::pair(a.visit.date, a.visit.label) < std::pair(b.visit.date, b.visit.label);
                         });
        intake.participants.push_back(std::move(found));
    }
    participants.clear();
    QCollator byNumber{QLocale(QLocale::English)};
    byNumber.setNumericMode(true);
    std::sort(intake.participants.begin(), intake.participants.end(),
              [&](const Intake::FoundParticipant& a, const Intake::FoundParticipant& b) {
                  return byNumber.compare(a.participant.name, b.participant.name) < 0;
              });
    for (auto& found : intake.participants)
        for (auto& visit : found.visits)
            for (Item& item : visit.items)
                if (item.identity.isEmpty()) unknown.push_back(&item);
    job.expect(static_cast<int>(unknown.size()));
    io::inParallel(static_cast<int>(unknown.size()), job, [&](int i) {
        Item& item = *unknown[static_cast<std::size_t>(i)];
        item.identity = fileIdentity(QDir(item.root).filePath(item.path));
        job.advance();
    });
    return std::move(intake);
}

} // namespace neuraxis::study
