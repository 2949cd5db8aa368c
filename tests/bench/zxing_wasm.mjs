// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The npm package zxing-wasm for bench_screens: node zxing_wasm.mjs FOLDER-OF-THE-PACKAGE. Reads grey pictures from standard
// input (width and height, 32 bits each, then the rows) and answers each with a line of JSON: what was read, and the milliseconds
// of processor time. Its defaults are the most thorough: tryHarder, tryRotate, tryInvert, tryDownscale.
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const folder = resolve(process.argv[2]);
const { prepareZXingModule, readBarcodes } = await import(pathToFileURL(join(folder, "dist/es/reader/index.js")));
const wasmBinary = (await readFile(join(folder, "dist/reader/zxing_reader.wasm"))).buffer;
await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });

async function answer(width, height, grey) {
    const data = new Uint8ClampedArray(width * height * 4);
    for (let i = 0; i < grey.length; ++i) {
        data[4 * i] = data[4 * i + 1] = data[4 * i + 2] = grey[i];
        data[4 * i + 3] = 255;
    }
    const before = process.cpuUsage();
    const found = await readBarcodes({ data, width, height }, { formats: ["QRCode"], maxNumberOfSymbols: 255 });
    const used = process.cpuUsage(before);
    const codes = found.filter((one) => one.isValid).map((one) => Buffer.from(one.bytes).toString("base64"));
    process.stdout.write(JSON.stringify({ codes, ms: (used.user + used.system) / 1000 }) + "\n");
}

const head = 8;
let waiting = Buffer.alloc(0);
for await (const chunk of process.stdin) {
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.length >= head) {
        const width = waiting.readUInt32LE(0);
        const height = waiting.readUInt32LE(4);
        if (waiting.length < head + width * height)
            break;
        await answer(width, height, waiting.subarray(head, head + width * height));
        waiting = waiting.subarray(head + width * height);
    }
}
