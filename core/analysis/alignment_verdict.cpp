#include "core/analysis/alignment_verdict.h"

#include <QCoreApplication>
#include <cmath>

// The limits lie between what was measured. Pieces of the same brain would move by 0.05 to 0.35 mm (another contrast: up
// to 0.8), those of another person's by 1.2 to 2.3. Heads of one person share 0.5 to 1.9 nats, of two 0.3 to 0.7, and a
// head and a neck 0.05 to 0.75, with 0.9 mm and more; what does not match at all, up to 0.2.

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Alignment)
};

constexpr double leastMl = 30, smallMl = 80; // of about 1150 that all see; 120 are seen of a neck
constexpr double leastOverlap = 0.25, smallOverlap = 0.5;
constexpr double leastInformation = 0.22, leastLikeness = 0.3;
constexpr double faintInformation = 0.35;
constexpr double mostShiftMm = 1, mostShiftOfPartMm = 0.5;
constexpr double bodyPart = 0.35;         // of the larger view; less of it is perhaps another part of the body
constexpr double otherContrast = 0.15;    // explained, but not by a straight line
constexpr double mostStretchPercent = 15; // from one visit to the next

QString percent(double share) { return QString::number(std::lround(share * 100)); }

} // namespace

void judge(PairAlignment& pair) {
    const PairFigures& f = pair.figures;
    pair.residualMm = f.shiftMm;
    const auto say = [&](AlignmentVerdict verdict, const QString& reason) {
        pair.verdict = verdict;
        pair.reason = reason;
    };
    if (f.overlapMl < leastMl || f.overlap < leastOverlap)
        return say(AlignmentVerdict::Failed,
                   Texts::tr("The images do not overlap: they share too little of the head."));
    const bool part = f.overlapOfLarger < bodyPart, faint = f.information < faintInformation;
    if (f.information < leastInformation || f.likeness < leastLikeness)
        return say(AlignmentVerdict::Failed,
                   part && f.shiftMm > mostShiftOfPartMm
                       ? Texts::tr("The images show different parts of the body.")
                       : Texts::tr("The images have nothing in common: no place was found where they match."));
    if (part && (f.shiftMm > mostShiftMm || (faint && f.shiftMm > mostShiftOfPartMm)))
        return say(AlignmentVerdict::Failed, Texts::tr("The images seem to show different parts of the body: what both "
                                                       "could show does not match."));
    if (part && f.shiftMm > mostShiftOfPartMm)
        return say(AlignmentVerdict::Doubtful,
                   Texts::tr("One image shows only a small part of the other, and it does not match by %1 mm.")
                       .arg(f.shiftMm, 0, 'f', 1));
    if (f.stretchPercent > mostStretchPercent)
        return say(AlignmentVerdict::Doubtful,
                   Texts::tr("One image was stretched by %1 % to fit the other.").arg(std::lround(f.stretchPercent)));
    if (f.shiftMm > mostShiftMm) {
        const QString mm = QString::number(f.shiftMm, 'f', 1);
        return say(
            AlignmentVerdict::Doubtful,
            f.likeness - f.linear > otherContrast
                ? Texts::tr("The contrasts differ, and the brains do not match by %1 mm: it cannot be told whether "
                            "this is the same person.")
                      .arg(mm)
                : Texts::tr("This may be another person's scan: the brains do not match by %1 mm.").arg(mm));
    }
    if (f.overlap < smallOverlap)
        return say(AlignmentVerdict::Doubtful,
                   Texts::tr("The images share only %1 % of the smaller view.").arg(percent(f.overlap)));
    if (f.overlapMl < smallMl)
        return say(AlignmentVerdict::Doubtful,
                   Texts::tr("The images share so small a piece that turns are uncertain."));
    if (faint)
        return say(AlignmentVerdict::Doubtful,
                   Texts::tr("The images match only faintly: noise, or very different contrasts."));
    say(AlignmentVerdict::Good, {});
}

} // namespace neuraxis
