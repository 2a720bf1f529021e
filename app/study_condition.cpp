#include "app/study_condition.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(StudyCondition)
};

using Condition = CohortFilter::Condition;
using Kind = CohortField::Kind;
using Test = Condition::Test;

constexpr qsizetype mostWords = 20; ///< Told in a sentence
const QString notKnown = QStringLiteral("n/a");

struct Sign {
    QLatin1String sign;
    Test test;
    bool ofNumbersOnly;
};
constexpr Sign signs[] = {{QLatin1String("="), Test::Is, false},   {QLatin1String("!="), Test::Not, false},
                          {QLatin1String(">"), Test::Above, true}, {QLatin1String(">="), Test::AtLeast, true},
                          {QLatin1String("<"), Test::Below, true}, {QLatin1String("<="), Test::AtMost, true}};

/// The words that a field may be asked for in this study; "" where that is not known.
QStringList wordsOf(const CohortField& field, const CohortIndex& index) {
    QStringList words = field.fixedWords;
    for (const auto& [word, count] : valuesOf(index, field))
        if (!word.isEmpty() && !words.contains(word)) words << word;
    if (field.kind == Kind::Word) words << QString();
    return words;
}

QString anotherSpelling(const CohortField& field, const QString& word) {
    if (field.key == u"sex") return sexOf(word);
    const StudyGroup* group = field.key == u"group" ? findStudyGroup(word) : nullptr;
    return group ? group->key : word;
}

/// A word as the study has it. Throws Usage.
QString known(const QString& word, const CohortField& field, const CohortIndex& index, const QString& asked) {
    if (field.key == u"name") return word;
    const QString meant = word == notKnown ? QString() : anotherSpelling(field, word);
    QStringList words = wordsOf(field, index);
    for (const QString& one : words)
        if (one.compare(meant, Qt::CaseInsensitive) == 0) return one;
    words.replaceInStrings(QRegularExpression(QStringLiteral("^$")), notKnown);
    if (words.size() > mostWords) words = words.mid(0, mostWords) << QStringLiteral("…");
    throw Usage{Texts::tr("--where %1: \"%3\" is no word of %2. Its words are %4.")
                    .arg(asked, field.key, word, words.join(QStringLiteral(", ")))};
}

QString takenBy(const CohortField& field) {
    if (field.kind == Kind::Kinds) return Texts::tr("kinds");
    if (field.kind == Kind::Number)
        return field.unit.isEmpty() ? Texts::tr("a number") : Texts::tr("a number of %1").arg(field.unit);
    if (field.key == u"name") return Texts::tr("a pseudonym");
    if (field.fixedWords.isEmpty()) return Texts::tr("words that the study has");
    const QString fixed = field.fixedWords.join(QStringLiteral(", "));
    return field.key == u"group" ? Texts::tr("%1, others of the study").arg(fixed) : fixed;
}

} // namespace

Condition conditionOf(const QString& words, const CohortIndex& index) {
    static const QRegularExpression form(QStringLiteral("^\\s*([A-Za-z_-]+)\\s*(!=|>=|<=|=|>|<)\\s*(.+?)\\s*$"));
    const auto match = form.match(words);
    if (!match.hasMatch())
        throw Usage{Texts::tr("--where %1 is not understood. Write a field, a sign and a value in quotes, such as "
                              "\"visits>=3\"; fields are %2.")
                        .arg(words, filterFieldNames())};
    // As the table's columns are written too: onset_site
    const CohortField* field = findCohortField(match.captured(1).toLower().replace(u'_', u'-'));
    if (!field)
        throw Usage{Texts::tr("--where %1: there is no field %2; fields are %3.")
                        .arg(words, match.captured(1), filterFieldNames())};
    const auto sign =
        std::find_if(std::begin(signs), std::end(signs), [&](const Sign& s) { return s.sign == match.captured(2); });
    Condition condition{field->key, sign->test, match.captured(3).split(u',', Qt::SkipEmptyParts)};
    if (field->kind == Kind::Number) {
        bool isNumber = false;
        const double number = match.captured(3).toDouble(&isNumber);
        if (!isNumber || !std::isfinite(number))
            throw Usage{Texts::tr("--where %1: \"%2\" is no number. %3 takes %4, with a decimal point.")
                            .arg(words, match.captured(3), field->key, takenBy(*field))};
        return condition;
    }
    if (sign->ofNumbersOnly)
        throw Usage{Texts::tr("--where %1: %2 is for numbers, and %3 has words. Write %3= or %3!=.")
                        .arg(words, sign->sign, field->key)};
    for (QString& value : condition.values) value = known(value.trimmed(), *field, index, words);
    if (condition.values.isEmpty()) throw Usage{Texts::tr("--where %1 has no value.").arg(words)};
    return condition;
}

QString filterFieldNames() {
    QStringList names;
    for (const CohortField& field : cohortFields()) names << field.key;
    return names.join(QStringLiteral(", "));
}

QString conditionHelp() {
    qsizetype keys = 0, titles = 0;
    for (const CohortField& field : cohortFields()) {
        keys = std::max(keys, field.key.size());
        titles = std::max(titles, field.title.size());
    }
    QStringList lines{Texts::tr("Fields of --where and --sort:")};
    for (const CohortField& field : cohortFields())
        lines << QStringLiteral("  %1  %2  %3")
                     .arg(field.key.leftJustified(keys), field.title.leftJustified(titles), takenBy(field));
    const QStringList kinds = findCohortField(QStringLiteral("has"))->fixedWords;
    lines << QString() << Texts::tr("Kinds are %1.").arg(kinds.join(QStringLiteral(", ")))
          << Texts::tr("has: the kind is there at any visit.\n"
                       "lacks: a visit is without a kind that at least half of the visits of the\n"
                       "participant's group have.\n"
                       "A condition stands in quotes: --where \"visits>=3\". Of several, all must hold.\n"
                       "= and != go with every field; >, >=, < and <= with numbers. != is everybody\n"
                       "else, n/a is what is not known; capital letters make no difference.\n"
                       "A comma stands between words of which one is enough: group=ALS,PLS. Of kinds\n"
                       "after has and lacks, all are wanted: has=T1,diffusion.");
    return lines.join(u'\n');
}

} // namespace neuraxis
