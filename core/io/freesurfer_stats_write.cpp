#include "core/io/freesurfer_stats_write.h"

#include "core/io/packed_file.h"
#include "core/model/side_name.h"

namespace neuraxis::io {

void writeFreeSurferStats(const QString& path, const std::vector<StatsRow>& rows, Side side, const QString& subject) {
    double vertices = 0, area = 0, thickness = 0;
    for (const StatsRow& row : rows) {
        vertices += row.measures.vertices;
        area += row.measures.areaMm2;
        thickness += row.measures.thicknessMm * row.measures.vertices;
    }
    QString text = QStringLiteral("# Table of FreeSurfer cortical parcellation anatomical statistics \n"
                                  "# \n"
                                  "# generating_program neuraxis\n"
                                  "# anatomy_type surface\n"
                                  "# subjectname %1\n"
                                  "# hemi %2\n"
                                  "# AnnotationFile ../label/%2.aparc.annot\n")
                       .arg(subject, shortSideName(side));
    text += QStringLiteral("# Measure Cortex, NumVert, Number of Vertices, %1, unitless\n"
                           "# Measure Cortex, WhiteSurfArea, White Surface Total Area, %2, mm^2\n"
                           "# Measure Cortex, MeanThickness, Mean Thickness, %3, mm\n")
                .arg(vertices, 0, 'f', 0)
                .arg(area, 0, 'f', 1)
                .arg(thickness / vertices, 0, 'f', 5);
    text += QStringLiteral("# NTableCols 10\n# ColHeaders StructName NumVert SurfArea GrayVol ThickAvg ThickStd "
                           "MeanCurv GausCurv FoldInd CurvInd\n");
    for (const StatsRow& row : rows) {
        const RegionMeasures& m = row.measures;
        text += QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8 %9")
                    .arg(m.region, -40)
                    .arg(m.vertices, 4, 'f', 0)
                    .arg(m.areaMm2, 6, 'f', 0)
                    .arg(m.volumeMm3, 6, 'f', 0)
                    .arg(m.thicknessMm, 6, 'f', 3)
                    .arg(m.thicknessSdMm, 5, 'f', 3)
                    .arg(row.meanCurvature, 9, 'f', 3)
                    .arg(row.gaussianCurvature, 9, 'f', 3)
                    .arg(row.foldingIndex, 8, 'f', 0);
        text += QStringLiteral(" %1\n").arg(row.curvatureIndex, 7, 'f', 1);
    }
    writeWhole(path, text.toUtf8());
}

} // namespace neuraxis::io
