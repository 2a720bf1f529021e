#include "widgets/study_legend.h"

#include "widgets/study_marks.h"

#include <QLocale>

namespace neuraxis {

namespace {
QString together(QString words) { return words.replace(u' ', QStringLiteral("&nbsp;")); }
} // namespace

StudyLegend::StudyLegend() {
    setObjectName(QStringLiteral("studyLegend"));
    setTextFormat(Qt::RichText);
    setIndent(0);
    setWordWrap(true);
}

void StudyLegend::tell(const CohortIndex& index, const std::vector<int>& rows, Signs which) {
    std::vector<int> counts(index.groups().size());
    for (const int number : rows) ++counts[static_cast<std::size_t>(index.row(number).group)];
    QStringList parts, signs;
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] > 0)
            parts += QStringLiteral("<span style=\"color:%1\">●</span>&nbsp;%2&nbsp;%3")
                         .arg(QColor::fromRgb(index.groups()[i].colour).name(),
                              together(index.groups()[i].title.toHtmlEscaped()), QLocale().toString(counts[i]));
    if (which == OfGrid) {
        for (const int kind : kindsIn(index.kinds())) {
            const ItemKind& one = itemKinds()[static_cast<std::size_t>(kind)];
            signs +=
                QStringLiteral("<b>%1</b>&nbsp;%2").arg(one.brief.toHtmlEscaped(), together(one.title.toHtmlEscaped()));
        }
        signs += QStringLiteral("<span style=\"color:%1\">%2</span>")
                     .arg(gapColour(palette()).name(), together(tr("broken frame: gap")));
        signs += together(tr("numbers: months since onset, + since the first visit"));
    } else {
        for (const QString& sign :
             {tr("<b>N</b> NIV"), tr("<b>P</b> PEG"), tr("<b>T</b> tracheostomy"), tr("<b>†</b> death"),
              tr("→ still followed"), tr("⊣ follow-up stopped"), tr("Ctrl + wheel: zoom in time")})
            signs += together(sign);
    }
    setText(parts.join(QStringLiteral(" &nbsp; ")) + QStringLiteral(" &nbsp; | &nbsp; ") +
            signs.join(QStringLiteral(" &nbsp; ")));
}

} // namespace neuraxis
