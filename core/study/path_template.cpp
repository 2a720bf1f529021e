#include "core/study/path_template.h"

#include "core/io/error.h"
#include "core/model/cohort.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>

namespace neuraxis::study {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(study)
};

/// The characters of a word's part of a name.
QString partOf(const QString& word) {
    if (word == QStringLiteral("base")) return QStringLiteral("(?:(?!\\.long\\.)[^/])+"); // from the last ".long." on
    if (word == QStringLiteral("template")) return QStringLiteral("[^/_]+"); // CATO's methods have underscores
    return QStringLiteral("[^/]+?");
}

/// The regular expression of a pattern; an invalid one where the pattern means nothing.
QRegularExpression compiled(const QString& pattern) {
    static const QRegularExpression token(
        QStringLiteral("\\{([A-Za-z][A-Za-z0-9]*)\\}|(\\*\\*)|([*?\\[\\]])|([^{}*?\\[\\]]+)|(.)"));
    QString expression;
    QSet<QString> seen;
    int open = 0;
    for (auto at = token.globalMatch(pattern); at.hasNext();) {
        const auto found = at.next();
        const QString word = found.captured(1), sign = found.captured(3);
        if (found.hasCaptured(5) && !found.captured(5).isEmpty()) return QRegularExpression(QStringLiteral("("));
        if (!word.isEmpty() && seen.contains(word))
            expression += QStringLiteral("\\k<%1>").arg(word);
        else if (!word.isEmpty()) {
            expression += QStringLiteral("(?<%1>%2)").arg(word, partOf(word));
            seen.insert(word);
        } else if (!found.captured(2).isEmpty())
            expression += QStringLiteral(".*");
        else if (sign == QStringLiteral("*"))
            expression += QStringLiteral("[^/]*");
        else if (sign == QStringLiteral("?"))
            expression += QStringLiteral("[^/]");
        else if (sign == QStringLiteral("[")) {
            expression += QStringLiteral("(?:");
            ++open;
        } else if (sign == QStringLiteral("]")) {
            expression += QStringLiteral(")?");
            if (--open < 0) return QRegularExpression(QStringLiteral("("));
        } else
            expression += QRegularExpression::escape(found.captured(4));
    }
    return QRegularExpression(QRegularExpression::anchoredPattern(expression));
}

struct Preset {
    const char *name, *kind, *format, *pattern;
};

// The first match tells, so the special stand above the general.
constexpr Preset presets[] = {
    {"BIDS of the cord", "cord", "NIfTI", "sub-{participant}/[ses-{visit}/]anat/*_T2w.nii*"},
    {"BIDS of the cord", "cord", "NIfTI", "sub-{participant}/[ses-{visit}/]anat/*_T2star.nii*"},

    {"BIDS", "T1", "NIfTI", "sub-{participant}/[ses-{visit}/]anat/*_T1w.nii*"},
    {"BIDS", "T1", "NIfTI", "sub-{participant}/[ses-{visit}/]anat/*_UNIT1.nii*"},
    {"BIDS", "diffusion", "NIfTI", "sub-{participant}/[ses-{visit}/]dwi/*_dwi.nii*"},
    {"BIDS", "functional", "NIfTI", "sub-{participant}/[ses-{visit}/]func/*_bold.nii*"},
    {"BIDS", "glucose", "NIfTI", "sub-{participant}/[ses-{visit}/]pet/*_trc-FDG_*pet.nii*"},
    {"BIDS", "glucose", "NIfTI", "sub-{participant}/[ses-{visit}/]pet/*_trc-18FFDG_*pet.nii*"},
    {"BIDS", "other", "NIfTI", "sub-{participant}/[ses-{visit}/]pet/*_pet.nii*"},
    {"BIDS", "glucose", "NIfTI", "sub-{participant}/[ses-{visit}/]mrs/*_nuc-2H_*.nii*"},
    {"BIDS", "other", "NIfTI", "sub-{participant}/[ses-{visit}/]mrs/*.nii*"},
    {"BIDS", "cord", "SCT", "sub-{participant}/[ses-{visit}/]anat/*_seg.nii*"},
    {"BIDS", "cord", "NIfTI", "sub-{participant}/[ses-{visit}/]anat/*cord*_T2*.nii*"},
    {"BIDS", "cord", "NIfTI", "sub-{participant}/[ses-{visit}/]anat/*spine*_T2*.nii*"},
    {"BIDS", "cord", "NIfTI", "sub-{participant}/[ses-{visit}/]anat/*cerv*_T2*.nii*"},
    {"BIDS", "other", "NIfTI", "sub-{participant}/[ses-{visit}/]anat/*.nii*"},
    {"BIDS", "other", "NIfTI", "sub-{participant}/[ses-{visit}/]perf/*_asl.nii*"},

    {"BIDS derivatives", "other", "NIfTI", "sub-{participant}/[ses-{visit}/]anat/*_space-{space}_*desc-preproc_*.nii*"},
    {"BIDS derivatives", "other", "NIfTI", "sub-{participant}/[ses-{visit}/]func/*_space-{space}_*desc-preproc_*.nii*"},
    {"BIDS derivatives", "T1", "NIfTI", "sub-{participant}/[ses-{visit}/]anat/*_desc-preproc_T1w.nii*"},
    {"BIDS derivatives", "diffusion", "NIfTI", "sub-{participant}/[ses-{visit}/]dwi/*_dwi.nii*"},
    {"BIDS derivatives", "functional", "NIfTI", "sub-{participant}/[ses-{visit}/]func/*_desc-preproc_bold.nii*"},
    {"BIDS derivatives", "connectome", "TSV", "sub-{participant}/[ses-{visit}/]**/*_relmat.tsv"},
    {"BIDS derivatives", "connectome", "TSV", "sub-{participant}/[ses-{visit}/]**/*_connectivity.tsv"},
    {"BIDS derivatives", "tracts", "TrackVis", "sub-{participant}/[ses-{visit}/]**/*.trk"},
    {"BIDS derivatives", "tracts", "MRtrix", "sub-{participant}/[ses-{visit}/]**/*.tck"},
    {"BIDS derivatives", "tracts", "TRX", "sub-{participant}/[ses-{visit}/]**/*.trx"},
    {"BIDS derivatives", "cord", "SCT", "sub-{participant}/[ses-{visit}/]anat/*_label-SC_*.nii*"},
    {"BIDS derivatives", "cord", "SCT", "sub-{participant}/[ses-{visit}/]anat/*_seg.nii*"},
    {"BIDS derivatives", "other", "NIfTI", "sub-{participant}/[ses-{visit}/]dwi/*.nii*"},
    {"BIDS derivatives", "other", "NIfTI", "sub-{participant}/[ses-{visit}/]pet/*.nii*"},

    {"FreeSurfer longitudinal", "thickness", "FreeSurfer", "[**/]sub-{participant}/ses-{visit}.long.{base}"},
    {"FreeSurfer longitudinal", "thickness", "FreeSurfer", "[**/][sub-]{participant}_ses-{visit}.long.{base}"},
    {"FreeSurfer longitudinal", "thickness", "FreeSurfer", "[**/][sub-]{participant}_tp{visit}.long.{base}"},
    {"FreeSurfer longitudinal", "thickness", "FreeSurfer", "[**/][sub-]{participant}_visit{visit}.long.{base}"},
    {"FreeSurfer longitudinal", "thickness", "FreeSurfer", "[**/]{visit}.long.{base}"},

    {"FreeSurfer", "thickness", "FreeSurfer", "[**/]sub-{participant}/ses-{visit}"},
    {"FreeSurfer", "thickness", "FreeSurfer", "[**/][sub-]{participant}_ses-{visit}"},
    {"FreeSurfer", "thickness", "FreeSurfer", "[**/][sub-]{participant}_tp{visit}"},
    {"FreeSurfer", "thickness", "FreeSurfer", "[**/][sub-]{participant}_visit{visit}"},
    {"FreeSurfer", "thickness", "FreeSurfer", "[**/][sub-]{participant}"},

    {"CATO", "connectome", "CATO", "[**/][sub-]{participant}_ses-{visit}_connectivity_{method}_{template}.mat"},
    {"CATO", "connectome", "CATO", "[**/][sub-]{participant}_tp{visit}_connectivity_{method}_{template}.mat"},
    {"CATO", "connectome", "CATO", "[**/]ses-{visit}/[**/][sub-]{participant}_connectivity_{method}_{template}.mat"},
    {"CATO", "connectome", "CATO", "[**/][sub-]{participant}_connectivity_{method}_{template}.mat"},
    {"CATO", "tracts", "CATO", "[**/][sub-]{participant}_ses-{visit}_fibers_{method}.trk"},
    {"CATO", "tracts", "CATO", "[**/][sub-]{participant}_tp{visit}_fibers_{method}.trk"},
    {"CATO", "tracts", "CATO", "[**/]ses-{visit}/[**/][sub-]{participant}_fibers_{method}.trk"},
    {"CATO", "tracts", "CATO", "[**/][sub-]{participant}_fibers_{method}.trk"},

    {"SCT", "cord", "SCT", "[**/]sub-{participant}/ses-{visit}/**"},
    {"SCT", "cord", "SCT", "[**/]sub-{participant}/**"},
    {"SCT", "cord", "SCT", "[**/]sub-{participant}_ses-{visit}_*"},
    {"SCT", "cord", "SCT", "[**/]sub-{participant}_*"},
};

PathTemplate checked(const PathTemplate& t, const QString& file, const QString& which) {
    const auto& kinds = itemKinds();
    const bool known = std::any_of(kinds.begin(), kinds.end(), [&](const ItemKind& k) { return k.key == t.kind; });
    QStringList keys;
    for (const ItemKind& kind : kinds) keys << kind.key;
    if (!known)
        throw io::Error(Texts::tr("%1, template %2: its kind is to be one of %3.").arg(file, which, keys.join(u' ')));
    if (t.format.isEmpty() || t.pattern.isEmpty())
        throw io::Error(Texts::tr("%1, template %2: it needs a kind, a format and a pattern.").arg(file, which));
    const QRegularExpression expression = compiled(t.pattern);
    const QStringList words = expression.isValid() ? expression.namedCaptureGroups() : QStringList();
    if (!expression.isValid())
        throw io::Error(
            Texts::tr("%1, template %2: brackets and braces of its pattern do not close.").arg(file, which));
    if (!words.contains(QStringLiteral("participant")) && !words.contains(QStringLiteral("base")))
        throw io::Error(Texts::tr("%1, template %2: its pattern names no {participant}.").arg(file, which));
    return t;
}

/// Sections of keys and values, in their order.
std::vector<std::pair<QString, QMap<QString, QString>>> sectionsOf(const QString& text) {
    std::vector<std::pair<QString, QMap<QString, QString>>> sections;
    for (const QString& raw : text.split(u'\n')) {
        const QString line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(u';') || line.startsWith(u'#')) continue;
        if (line.startsWith(u'[') && line.endsWith(u']') && !line.contains(u'=')) {
            sections.push_back({line.sliced(1, line.size() - 2), {}});
            continue;
        }
        if (sections.empty()) sections.push_back({QStringLiteral("1"), {}});
        sections.back().second[line.section(u'=', 0, 0).trimmed()] = line.section(u'=', 1).trimmed();
    }
    return sections;
}

} // namespace

PathMatcher::PathMatcher(std::vector<PathTemplate> given) : templates(std::move(given)) {
    for (const PathTemplate& t : templates) {
        expressions.push_back(compiled(t.pattern));
        if (!expressions.back().isValid())
            throw io::Error(
                Texts::tr("The path template %1 means nothing. Check its brackets and braces.").arg(t.pattern));
        expressions.back().optimize();
    }
}

std::optional<PathMatch> PathMatcher::match(const QString& path) const {
    for (std::size_t i = 0; i < templates.size(); ++i) {
        const auto found = expressions[i].match(path);
        if (!found.hasMatch()) continue;
        PathMatch match{templates[i].kind, templates[i].format, {}, {}, {}};
        for (const QString& word : expressions[i].namedCaptureGroups()) {
            const QString part = word.isEmpty() ? QString() : found.captured(word);
            if (part.isEmpty()) continue;
            if (word == QStringLiteral("participant"))
                match.participant = part;
            else if (word == QStringLiteral("visit"))
                match.visit = part;
            else
                match.more[word] = part;
        }
        return match;
    }
    return {};
}

std::vector<PathTemplate> presetTemplates(const QString& name) {
    std::vector<PathTemplate> found;
    for (const Preset& p : presets)
        if (name == QLatin1String(p.name))
            found.push_back({QLatin1String(p.kind), QLatin1String(p.format), QLatin1String(p.pattern)});
    return found;
}

QStringList presetNames() {
    QStringList names;
    for (const Preset& p : presets) names << QLatin1String(p.name);
    names.removeDuplicates();
    return names;
}

QStringList templateFileNames() { return {QStringLiteral("neuraxis.ini"), QStringLiteral("neuraxis.json")}; }

std::vector<PathTemplate> readPathTemplates(const QString& path) {
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        throw io::Error(Texts::tr("%1 cannot be read. Check that it is there and that you may open it.").arg(name));
    const QByteArray bytes = file.read(1 << 20);
    std::vector<PathTemplate> templates;
    if (!bytes.trimmed().startsWith('{')) {
        for (const auto& [section, values] : sectionsOf(QString::fromUtf8(bytes)))
            templates.push_back(checked({values.value(QStringLiteral("kind")), values.value(QStringLiteral("format")),
                                         values.value(QStringLiteral("pattern"))},
                                        name, section));
    } else {
        QJsonParseError wrong;
        const QJsonDocument document = QJsonDocument::fromJson(bytes, &wrong);
        if (wrong.error != QJsonParseError::NoError)
            throw io::Error(Texts::tr("%1 is no valid JSON from its character %2 on: %3.")
                                .arg(name, QString::number(wrong.offset), wrong.errorString()));
        const QJsonArray all = document[QStringLiteral("templates")].toArray();
        for (qsizetype i = 0; i < all.size(); ++i)
            templates.push_back(
                checked({all[i][QStringLiteral("kind")].toString(), all[i][QStringLiteral("format")].toString(),
                         all[i][QStringLiteral("pattern")].toString()},
                        name, QString::number(i + 1)));
    }
    if (templates.empty())
        throw io::Error(Texts::tr("%1 holds no path templates. Each needs a kind, a format and a pattern.").arg(name));
    return templates;
}

} // namespace neuraxis::study
