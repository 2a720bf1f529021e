#include "core/model/cohort.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Cohort)
};

} // namespace

const std::vector<StudyGroup>& studyGroups() {
    // Colours that stay apart for readers who see no red or green (Okabe and Ito), patients in the warm ones.
    static const std::vector<StudyGroup> all = {
        {QStringLiteral("ALS"), Texts::tr("ALS"), 0xffd55e00, {QStringLiteral("als"), QStringLiteral("mnd")}},
        {QStringLiteral("PSMA"),
         Texts::tr("PSMA"),
         0xffe69f00,
         {QStringLiteral("psma"), QStringLiteral("pma"), QStringLiteral("sma")}},
        {QStringLiteral("PLS"), Texts::tr("PLS"), 0xffcc79a7, {QStringLiteral("pls")}},
        {QStringLiteral("mimic"),
         Texts::tr("Mimics"),
         0xff8c8c8c,
         {QStringLiteral("mimic"), QStringLiteral("mimics"), QStringLiteral("disease control")}},
        {QStringLiteral("control"),
         Texts::tr("Controls"),
         0xff0072b2,
         {QStringLiteral("control"), QStringLiteral("controls"), QStringLiteral("hc"), QStringLiteral("healthy"),
          QStringLiteral("healthy control"), QStringLiteral("con"), QStringLiteral("ctrl"), QStringLiteral("controle"),
          QStringLiteral("controles"), QStringLiteral("gezond"), QStringLiteral("gezonde controle")}},
        {QStringLiteral("familial-control"),
         Texts::tr("Familial controls"),
         0xff009e73,
         {QStringLiteral("familial-control"), QStringLiteral("familial control"), QStringLiteral("familial_control"),
          QStringLiteral("familial controls"), QStringLiteral("fc"), QStringLiteral("carrier family")}},
    };
    return all;
}

const StudyGroup* findStudyGroup(const QString& word) {
    const QString lower = word.trimmed().toLower();
    for (const StudyGroup& group : studyGroups())
        if (group.key.compare(lower, Qt::CaseInsensitive) == 0 || group.spellings.contains(lower)) return &group;
    return nullptr;
}

QString sexOf(const QString& word) {
    static const QHash<QString, QString> words = {
        {QStringLiteral("m"), QStringLiteral("M")},     {QStringLiteral("male"), QStringLiteral("M")},
        {QStringLiteral("man"), QStringLiteral("M")},   {QStringLiteral("f"), QStringLiteral("F")},
        {QStringLiteral("v"), QStringLiteral("F")},     {QStringLiteral("female"), QStringLiteral("F")},
        {QStringLiteral("vrouw"), QStringLiteral("F")}, {QStringLiteral("w"), QStringLiteral("F")},
        {QStringLiteral("woman"), QStringLiteral("F")}};
    return words.value(word.toLower(), word);
}

std::optional<double> toldAge(const Participant& participant) {
    bool isNumber = false;
    const double age = participant.more.value(QStringLiteral("age")).toDouble(&isNumber);
    return isNumber ? std::optional(age) : std::nullopt;
}

std::optional<double> ageOf(const Participant& participant, const Visit& visit) {
    const QDate& date = visit.date;
    if (visit.ageYears || !participant.birthYear || !date.isValid()) return visit.ageYears;
    return date.year() + (date.dayOfYear() - 0.5) / date.daysInYear() - *participant.birthYear;
}

const std::vector<ItemKind>& itemKinds() {
    static const std::vector<ItemKind> all = {
        {QStringLiteral("T1"), Texts::tr("T1-weighted"), QStringLiteral("T1")},
        {QStringLiteral("diffusion"), Texts::tr("Diffusion"), QStringLiteral("D")},
        {QStringLiteral("functional"), Texts::tr("Functional MRI"), QStringLiteral("F")},
        {QStringLiteral("cord"), Texts::tr("Spinal cord"), QStringLiteral("Sc")},
        {QStringLiteral("thickness"), Texts::tr("Cortical thickness"), QStringLiteral("Th")},
        {QStringLiteral("connectome"), Texts::tr("Connectome"), QStringLiteral("Cn")},
        {QStringLiteral("tracts"), Texts::tr("Tracts"), QStringLiteral("Tr")},
        {QStringLiteral("glucose"), Texts::tr("Glucose"), QStringLiteral("Gl")},
        {QStringLiteral("other"), Texts::tr("Other"), QStringLiteral("+")},
    };
    return all;
}

std::vector<int> kindsIn(quint32 bits) {
    std::vector<int> kinds;
    for (int i = 0; i < static_cast<int>(itemKinds().size()); ++i)
        if (bits >> i & 1U) kinds.push_back(i);
    return kinds;
}

} // namespace neuraxis
