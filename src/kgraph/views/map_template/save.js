/* What is seen as a picture (PNG, twice as fine as the screen) or as a drawing (SVG), and as a link. */
const escapeText = (text) => text.replace(/[&<>"]/g, (char) => "&#" + char.charCodeAt(0) + ";").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
const round = (value) => Math.round(value * 10) / 10;

const SVG_OF = {
  lines: ({ style, items }) => {
    const paths = items.map(([ax, ay, cx, cy, bx, by]) => "M" + round(ax) + " " + round(ay) + "Q" + round(cx) + " " + round(cy) + " " + round(bx) + " " + round(by)).join("");
    return '<path fill="none" stroke="' + colour(style.colour) + '" stroke-width="' + style.width + '" opacity="' + style.alpha + '"' + (style.dash ? ' stroke-dasharray="' + style.dash + '"' : "") + ' d="' + paths + '"/>';
  },
  heads: ({ style, items }) => '<path fill="' + colour(style.colour) + '" opacity="' + style.alpha + '" d="' + items.map((points) => "M" + points.map(round).join(" ") + "Z").join("") + '"/>',
  shapes: (layer) => '<path fill="' + colour(layer.style.colour) + '" opacity="' + layer.style.alpha + '" d="' + layer.items.map((item) => outlineText(layer.shape, item)).join("") + '"/>',
  rings: ({ style, items }) => items.map(([x, y, r]) => '<circle fill="none" stroke="' + colour(style.colour) + '" stroke-width="' + style.width + '" cx="' + round(x) + '" cy="' + round(y) + '" r="' + round(r) + '"/>').join(""),
  texts: ({ style, items }) => '<g font-size="' + style.size + '" text-anchor="middle" dominant-baseline="central" fill="' + colour(style.colour) + '" stroke="' + colour("--halo") + '" stroke-width="' + round(style.size / 3.5) + '" stroke-linejoin="round" paint-order="stroke">'
    + items.map(([x, y, text]) => '<text x="' + round(x) + '" y="' + round(y) + '">' + escapeText(text) + "</text>").join("") + "</g>",
};

/* The outlines of the canvas as the text of a path. */
function outlineText(shape, [x, y, r]) {
  const parts = [];
  const pen = {
    moveTo: (left, top) => parts.push("M" + round(left) + " " + round(top)),
    lineTo: (left, top) => parts.push("L" + round(left) + " " + round(top)),
    closePath: () => parts.push("Z"),
    arc: (left, top, radius) => parts.push("a" + [radius, radius, 0, 1, 1, -2 * radius, 0].map(round).join(" ") + "a" + [radius, radius, 0, 1, 1, 2 * radius, 0].map(round).join(" ") + "Z"),
    rect: (left, top, width, height) => parts.push("M" + round(left) + " " + round(top) + "h" + round(width) + "v" + round(height) + "h" + round(-width) + "Z"),
  };
  (OUTLINE[shape] || OUTLINE.dot)(pen, x, y, r);
  return parts.join("");
}

function drawingText() {
  const { width, height } = screenSize();
  const layers = [...sceneLayers({ ...camera }, width, height)].filter((layer) => layer.items.length);
  return '<svg xmlns="http://www.w3.org/2000/svg" width="' + width + '" height="' + height + '" viewBox="0 0 ' + width + " " + height + '" font-family="' + escapeText(colour("--font")) + '"><title>' + escapeText(DATA.title) + '</title><rect width="100%" height="100%" fill="' + colour("--page") + '"/>'
    + layers.map((layer) => SVG_OF[layer.kind](layer)).join("\n") + "</svg>\n";
}

function saveDrawing() {
  download(new Blob([drawingText()], { type: "image/svg+xml" }), "svg");
}

function savePicture() {
  const { width, height } = screenSize();
  const canvas = make("canvas", { width: width * 2, height: height * 2 });
  const pen = canvas.getContext("2d", { alpha: false });
  pen.scale(2, 2);
  pen.fillStyle = colour("--page");
  pen.fillRect(0, 0, width, height);
  for (const layer of sceneLayers({ ...camera }, width, height)) paintLayer(pen, layer);
  canvas.toBlob((blob) => download(blob, "png"), "image/png");
}

function download(blob, ending) {
  const address = URL.createObjectURL(blob);
  const name = DATA.title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || "kgraph";
  make("a", { href: address, download: name + "." + ending }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

function startSave() {
  addEventListener("pointerdown", (event) => { if (!byId("save").contains(event.target)) byId("save").open = false; });
  const closing = (act) => () => { byId("save").open = false; act(); };
  byId("save-png").addEventListener("click", closing(savePicture));
  byId("save-svg").addEventListener("click", closing(saveDrawing));
  byId("save-link").addEventListener("click", closing(() => { writeAddress(); copyText(location.href); }));
  byId("physics").addEventListener("click", closing(togglePhysics));
}
